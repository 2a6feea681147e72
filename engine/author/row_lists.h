#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conditions.h"

namespace aidcheck {

struct ListedRow {
  const json::Value* value = nullptr;
  std::string at;
  Condition condition;
  std::string gives;  // the row but for its condition, label and citation: equal texts give the same
};

/// When a layer pays at all.
struct LayerContext {
  const json::Value* layer = nullptr;
  std::string at;
  std::vector<Condition> all;     // all of these,
  std::vector<Condition> any;     // one of these (or there are none),
  std::vector<Condition> except;  // none of these

  [[nodiscard]] bool applies(const Codes& codes) const;
};

/// Rows that stand together in the pack.
struct RowList {
  enum class Use {
    kMust,   // the first row that holds counts, and one must
    kMay,    // the first row that holds counts, if any
    kNamed,  // the same, but the rows differ in words alone
    kEach,   // every row that holds counts
  };
  std::string at;
  std::string_view key;  // the member of the pack that the list is
  Use use = Use::kEach;
  std::vector<ListedRow> rows;
  std::vector<const LayerContext*> contexts;  // looked at where one of these applies; none: always
  bool pays = false;                          // bears on money, and not on words alone
};

struct RowLists {
  std::vector<LayerContext> contexts;
  std::vector<RowList> lists;
};

/// Every condition of a pack, in the list that it stands in: whatever has a `when`, wherever it stands, so
/// that a new part of the format needs nothing here but its use.
RowLists find_row_lists(const Plan& plan);

}  // namespace aidcheck
