#pragma once

#include <vector>

#include "json/write.h"
#include "pack/model.h"

namespace aidcheck {

/// Writes citations, and in the end the documents and articles that were cited.
class Sources {
 public:
  Sources(const model::Pack& pack, json::Writer& writer) : pack_(pack), writer_(writer) {}

  /// `"cite": […]`
  void cite(const model::Citations& citations);
  /// The same, empty where there are none.
  void cite(const model::Citations* citations);
  /// `"sources": […]`
  void list();
  /// The same with every document and article of the pack.
  void list_all();

 private:
  void list_if(bool all);

  const model::Pack& pack_;
  json::Writer& writer_;
  std::vector<const model::Citation*> cited_;
};

}  // namespace aidcheck
