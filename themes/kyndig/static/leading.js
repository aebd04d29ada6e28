// An address that leads on: keep the place on the page that it names.
location.replace(document.querySelector("a.act").href + location.hash);
