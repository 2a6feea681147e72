// Words that a link writes as one or two signs. Links that were made stay readable only as long as each keeps its
// place: new ones go to the end, none is ever taken out. The first 16 take one sign.

const WHOLE =
  "from until facts sheet kind where referral hospital total fully_own own_first in_scope basic serious_illness inpatient 2024-" +
  " aidcheck on lang case answered place province year identities category standing help asked supposed unsure visits before readings" +
  " pools cumulative counts packs payers personal_total id version hash min max tight zh-Hans" +
  " insurance resident employee none registered_here true false designated person- before-pools- before-cumulative-" +
  " outpatient chronic emergency_observation county city outside proper not_needed primary secondary tertiary" +
  " over_limit deductible civil_servant enterprise large_amount assistance other account cash top_up" +
  " extreme_poverty subsistence near_subsistence orphan unsupported_child child_in_difficulty preferential_treatment" +
  " severe_disability illness_poverty monitored_rural returned_to_poverty expenditure_hardship_patient low_income unknown" +
  " student_child income_last_year special_disease disease base with_own_first unreferred assisted city_ income household_" +
  " 2023- 2025- 2026- 2027- 2028- .00";

const SINGLE = "a b c d e f g h i j k l m n o p q r s t u v w x y z _ , % ~ 元 万 年 月 日 号 到";

export const WORDS: readonly string[] = `${WHOLE} ${SINGLE}`.split(" ");
