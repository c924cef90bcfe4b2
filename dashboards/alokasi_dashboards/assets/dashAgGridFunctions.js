/* Numbers in the reader's notation: 1.250,5 in Indonesian. */
var dagfuncs = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
dagfuncs.angka = function (params, lang, digits) {
  if (params.value === null || params.value === undefined) return "–";
  var places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(lang === "en" ? "en-GB" : "id-ID", places).format(params.value);
};
/* An empty cell says that it is meant to be empty. */
dagfuncs.teks = function (params) {
  return params.value === null || params.value === undefined || params.value === "" ? "–" : params.value;
};
