#include "base/list.h"

#include <algorithm>
#include <cstdlib>

namespace aidcheck {
namespace {

constexpr std::size_t kChunk = 32'768;

Arena& of_no_plan() {
  static thread_local Arena arena;
  return arena;
}

thread_local Arena* current = nullptr;

Arena& here() { return current == nullptr ? of_no_plan() : *current; }

}  // namespace

struct alignas(std::max_align_t) Arena::Chunk {
  Chunk* next;
  std::byte* end;
};

Arena::~Arena() {
  while (chunks_ != nullptr) {
    Chunk* next = chunks_->next;
    std::free(chunks_);
    chunks_ = next;
  }
}

void* Arena::take(std::size_t bytes) {
  constexpr std::size_t kAlign = alignof(std::max_align_t);
  bytes = (bytes + kAlign - 1) / kAlign * kAlign;
  if (chunks_ == nullptr || bytes > left_) {
    const std::size_t room = std::max(bytes, kChunk);
    auto* chunk = static_cast<Chunk*>(std::malloc(sizeof(Chunk) + room));
    if (chunk == nullptr) std::abort();
    *chunk = {chunks_, reinterpret_cast<std::byte*>(chunk + 1) + room};
    chunks_ = chunk;
    left_ = room;
  }
  std::byte* taken = chunks_->end - left_;
  left_ -= bytes;
  return taken;
}

Arena::Scope::Scope(Arena& arena) : before_(current) { current = &arena; }
Arena::Scope::~Scope() { current = before_; }

std::string_view keep(std::string_view text) {
  auto* copy = static_cast<char*>(here().take(text.size()));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

void* ListMemory::grow(std::size_t item) {
  if (size_ == room_) {
    room_ = room_ == 0 ? 2 : room_ * 2;
    void* moved = here().take(room_ * item);
    if (size_ != 0) std::memcpy(moved, data_, size_ * item);
    data_ = moved;
  }
  return static_cast<std::byte*>(data_) + size_++ * item;
}

}  // namespace aidcheck
