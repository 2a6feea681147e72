#include "vocabulary/words.h"

#include "base/names.h"

namespace aidcheck {
namespace {

constexpr std::array<FieldWord, kFieldCount> kFields{{
    {{"total", "医疗费总额", "Total cost"}, "medfee_sumamt", false},
    {{"fully_own", "全自费", "Outside the catalogue (fully own)"}, "fulamt_ownpay_amt", false},
    {{"over_limit", "超限价自费", "Above the price limit"}, "overlmt_selfpay", false},
    {{"own_first", "先行自付（乙类）", "Own share first (class B)"}, "preselfpay_amt", false},
    {{"in_scope", "符合政策范围", "In scope"}, "inscp_scp_amt", false},
    {{"deductible", "起付线", "Deductible"}, "act_pay_dedc", false},
    {{"basic", "基本医疗保险统筹基金", "Basic medical insurance fund"}, "hifp_pay", false},
    {{"civil_servant", "公务员医疗补助", "Civil servants' medical subsidy"}, "cvlserv_pay", true},
    {{"enterprise", "企业补充医疗保险", "Enterprise supplementary insurance"}, "hifes_pay", true},
    {{"serious_illness", "居民大病保险", "Serious-illness insurance"}, "hifmi_pay", false},
    {{"large_amount", "职工大额医疗费用补助", "Employees' large-amount subsidy"}, "hifob_pay", true},
    {{"assistance", "医疗救助", "Medical assistance"}, "maf_pay", false},
    {{"other", "其他基金", "Other funds"}, "oth_pay", true},
    {{"account", "个人账户", "Personal account"}, "acct_pay", false},
    {{"cash", "个人现金", "Cash"}, "psn_cash_pay", false},
}};

constexpr std::array<Word, kCategoryCount> kCategories{{
    {"extreme_poverty", "特困人员", "People in extreme poverty"},
    {"subsistence", "最低生活保障对象（低保）", "Subsistence-allowance recipients"},
    {"near_subsistence", "低保边缘家庭成员", "Members of near-subsistence families"},
    {"orphan", "孤儿", "Orphans"},
    {"unsupported_child", "事实无人抚养儿童", "Children in fact without support"},
    {"child_in_difficulty", "困境儿童", "Children in difficulty"},
    {"preferential_treatment", "优抚对象", "People entitled to preferential treatment"},
    {"retrenched_1960s", "20世纪60年代精减退职职工", "Workers retrenched in the 1960s"},
    {"hardship_worker", "特困职工", "Workers in hardship"},
    {"expenditure_hardship_patient", "支出型困难家庭大重病患者",
     "Seriously ill in families in hardship through expenditure"},
    {"temporary_relief_patient", "临时救助对象大重病患者", "Seriously ill recipients of temporary relief"},
    {"severe_disability", "重度残疾人", "People with a severe disability"},
    {"other_special", "其他特殊困难人员", "Others in special difficulty"},
    {"returned_to_poverty", "返贫致贫人口", "People who fell back into poverty"},
    {"monitored_rural", "农村监测人口", "Monitored rural population"},
    {"illness_poverty", "因病致贫重病患者", "Seriously ill impoverished by illness"},
    {"rigid_expenditure_household", "刚性支出困难家庭",
     "Households in hardship through unavoidable expenditure"},
}};

constexpr Word kKinds[] = {
    {"outpatient", "普通门诊", "Ordinary outpatient visit"},
    {"chronic", "门诊慢性病、特殊病", "Chronic or special-disease outpatient care"},
    {"inpatient", "住院", "Hospital stay"},
};
constexpr Word kWhere[] = {
    {"county", "本县（市、区）", "In the home county or district"},
    {"city", "本市其他区县", "Elsewhere in the city"},
    {"province", "本省其他市", "Elsewhere in the province"},
    {"outside", "外省", "In another province"},
};
constexpr Word kReferral[] = {
    {"proper", "按规定转诊或备案了", "Referred or filed as the rules ask"},
    {"not_needed", "不需要转诊", "No referral needed"},
    {"none", "需要但没有办", "Needed but not done"},
};
constexpr Word kHospital[] = {
    {"primary", "一级（社区、乡镇）", "Primary (community, township)"},
    {"secondary", "二级", "Secondary"},
    {"tertiary", "三级", "Tertiary"},
};
constexpr Word kInsurance[] = {
    {"resident", "居民医保", "Residents' medical insurance"},
    {"employee", "职工医保", "Employees' medical insurance"},
    {"none", "没有参保", "None"},
};

constexpr std::array<FactWord, kBuiltInFactCount> kFacts{{
    {{"kind", "就医类型", "Kind of care"},
     "这次是哪一种就医？",
     "What kind of care was it?",
     "费用结算单",
     "the settlement sheet",
     true,
     kKinds,
     3},
    {{"where", "就医地点", "Place of care"},
     "在哪里看的病？",
     "Where was the care given?",
     "费用结算单",
     "the settlement sheet",
     true,
     kWhere,
     4},
    {{"referral", "转诊备案", "Referral"},
     "去那里看病办过转诊或备案吗？",
     "Was it referred or filed?",
     "转诊单或异地就医备案",
     "the referral or the filing for care elsewhere",
     true,
     kReferral,
     3},
    {{"hospital", "医院级别", "Level of hospital"},
     "医院是几级？",
     "What level is the hospital?",
     "费用结算单",
     "the settlement sheet",
     true,
     kHospital,
     3},
    {{"insurance", "基本医保", "Basic medical insurance"},
     "您在本地参加的是哪种基本医保？",
     "Which basic insurance do you have here?",
     "医保电子凭证或参保缴费记录",
     "the insurance card or the record of premiums",
     false,
     kInsurance,
     3},
}};

}  // namespace

const std::array<FieldWord, kFieldCount>& fields() { return kFields; }

std::optional<Field> field_named(std::string_view id) {
  const std::size_t found = Names(kFields).find(id);
  if (found == kFieldCount) return std::nullopt;
  return static_cast<Field>(found);
}

const std::array<Word, kCategoryCount>& categories() { return kCategories; }

const Word* category_named(std::string_view id) {
  const std::size_t found = Names(kCategories).find(id);
  return found == kCategoryCount ? nullptr : &kCategories[found];
}

const std::array<FactWord, kBuiltInFactCount>& built_in_facts() { return kFacts; }

}  // namespace aidcheck
