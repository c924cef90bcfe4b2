/* Numbers in the reader's notation: 1.250,5 in Indonesian. */
var dagfuncs = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
dagfuncs.angka = function (params, lang) {
  if (params.value === null || params.value === undefined) return "–";
  return new Intl.NumberFormat(lang === "en" ? "en-GB" : "id-ID", { maximumFractionDigits: 1 }).format(params.value);
};
