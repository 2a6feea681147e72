#pragma once

#include <vector>

#include "json/write.h"
#include "pack/model.h"

namespace aidcheck {

/// Writes citations of one pack, and in the end the documents and articles that were cited.
class Sources {
 public:
  Sources(const model::Pack& pack, json::Writer& writer) : pack_(pack), writer_(writer) {}

  /// `"cite": […]`
  void cite(const model::Citations& citations);
  /// The same, empty where there are none.
  void cite(const model::Citations* citations);
  /// As if everything in the pack had been cited.
  void cite_all() { all_ = true; }
  /// `"sources": […]` of the versions of one place; a document that several of them cite stands there once.
  static void list(const std::vector<const Sources*>& versions, json::Writer& writer);

 private:
  [[nodiscard]] bool cites(const model::Source& source, const model::Article& article) const;

  const model::Pack& pack_;
  json::Writer& writer_;
  bool all_ = false;
  std::vector<const model::Citation*> cited_;
};

}  // namespace aidcheck
