#include "explain/fit/fit.h"

namespace aidcheck {
namespace {

constexpr Words kChecks[] = {
    {"请再对照一遍纸质账单；没有抄错，就问医院收费处。",
     "Compare it with the paper; if it was copied right, ask the hospital's billing desk."},
    {"请对照账单或出院小结上的日期。", "Compare the dates on the sheet or discharge summary."},
    {"请看证件上的有效期，或问认定部门。", "Look at the certificate, or ask the office that recognised you."},
    {"请向医保经办机构查参保情况。", "Ask the medical-security office how you were insured."},
    {"请带上账单，请医保经办机构逐步对照。",
     "Take the sheet to the medical-security office and compare step by step."},
};
constexpr Words kReport{
    "还是对不上，请问当地医保经办机构或拨打12393，请他们复核；医保基金的监管也欢迎您参与。",
    "If it still does not fit, ask the local medical-security office or call 12393; supervising the fund is "
    "open to everybody."};

}  // namespace

Words yuan(Fen amount) { return same(keep(format_yuan(amount))); }
Words day(Day day) { return same(keep(format_day(day))); }

Notice& Notices::add(const Part& part, std::string_view code, bool attention, const Words& message) {
  Notice& notice = year_.notices.emplace_back();
  notice.part = &part;
  notice.code = code;
  notice.attention = attention;
  notice.message = message;
  return notice;
}

Notice& Notices::add_at(const Part& part, const VisitRecord& record, std::string_view code, bool attention,
                        std::string_view below, const Words& message) {
  Notice& notice = add(part, code, attention, message);
  notice.visit = part.settled.input(record).order;
  notice.at = part.settled.at(record, below);
  return notice;
}

Notice& Notices::add_misfit(const Part& part, const VisitRecord& record, const Misfit& misfit,
                            std::string_view below, const Words& first, const Words& second,
                            const Words& third) {
  if (year_.opinion.empty()) year_.opinion.push_back({kOpinion, kOpinionArticle, nullptr});
  Notice& notice = add_at(part, record, misfit.code, true, below,
                          tell(misfit.message.zh, misfit.message.en, {first, second, third}));
  notice.check = kChecks[static_cast<std::size_t>(misfit.check)];
  notice.report = kReport;
  notice.cite = &year_.opinion;
  return notice;
}

}  // namespace aidcheck
