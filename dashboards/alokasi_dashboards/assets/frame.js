/* The controls of the frame and the address, tied in the browser: an answer of the server that comes late
   never undoes what was chosen meanwhile. */
(function () {
  "use strict";
  var dash = (window.dash_clientside = window.dash_clientside || {});

  function asked(search, name) {
    return new URLSearchParams(search || "").get(name);
  }

  /* What stands where this was asked for: itself, else the first of the names. */
  function standing(name, names) {
    return names.includes(name) ? name : names[0];
  }

  /* The query with another value; an empty one leaves it. */
  function query(search, name, value) {
    var all = new URLSearchParams(search || "");
    if (value) all.set(name, value);
    else all.delete(name);
    var words = all.toString();
    return words ? "?" + words : "";
  }

  /* What the controls were last known to say, by an answer or by a choice that went into the address. */
  var known = { result: undefined, lang: undefined, names: "" };

  /* A control that says something else by now was just used: its choice goes its own way. */
  function put(id, name, now, value) {
    if (now !== known[name]) return;
    known[name] = value;
    if (now !== value) dash.set_props(id, { value: value });
  }

  dash.alokasi = {
    /* Window and controls say what the server shows, unless the address has gone on since it was asked. */
    stand: function (shown, pathname, search, result, lang) {
      if (shown.pathname !== pathname || shown.search !== search) return dash.no_update;
      document.title = shown.title;
      document.documentElement.lang = shown.lang;
      var names = JSON.stringify(shown.names);
      if (names !== known.names) dash.set_props("frame-result", { data: shown.names });
      known.names = names;
      put("frame-language", "lang", lang, shown.lang);
      put("frame-result", "result", result, shown.result);
      return dash.no_update;
    },

    /* The links lead on with the view as it is now. */
    carry: function (search) {
      return Array.from(arguments)
        .slice(1)
        .map(function (href) {
          return href.split("?")[0] + (search || "");
        });
    },

    /* Only a change is an address: what the page itself put into its controls is no choice. */
    choose: function (result, lang, search, shown) {
      if (!shown || !result || !lang) return dash.no_update;
      known.result = result;
      known.lang = lang;
      var wanted = search;
      if (result !== standing(asked(search, "hasil"), shown.names)) wanted = query(wanted, "hasil", result);
      if (lang !== standing(asked(search, "bahasa"), shown.langs)) wanted = query(wanted, "bahasa", lang);
      return wanted === search ? dash.no_update : wanted;
    },

    compare: function (other, names, search) {
      if (!other || other === standing(asked(search, "banding"), names)) return dash.no_update;
      return query(search, "banding", other);
    },
  };
})();
