#pragma once

#include <vector>

#include "json/write.h"
#include "plan/plan.h"

namespace aidcheck {

/// Writes citations, and in the end the documents and articles that were cited.
class Sources {
 public:
  explicit Sources(json::Writer& writer) : writer_(writer) {}

  /// `"cite": […]`
  void cite(const model::Citations& citations);
  /// The same, empty where there are none.
  void cite(const model::Citations* citations);
  /// `"sources": […]`, or with every document and article: a document that several versions of the rules cite
  /// stands there once.
  void list(const std::vector<const Plan*>& versions, bool all);

 private:
  [[nodiscard]] bool cites(const model::Source& source, const model::Article& article) const;
  void list(const std::vector<const Plan*>& versions, std::size_t first, const model::Source& source,
            bool all);
  void head(const model::Source& source);
  void written(const model::Article& article);
  void opinion();

  json::Writer& writer_;
  std::vector<const model::Citation*> cited_;
};

}  // namespace aidcheck
