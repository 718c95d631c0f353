#pragma once
// What a disk may hold after the power was cut. Pure: calls in, trees of files out.
//
// A file system is a set of nodes. A file's bytes and a folder's names change in memory first; only
// a sync brings them to the disk for certain. Until then each change may have arrived or not,
// whatever came before or after it:
//   - a write arrives in sectors of 512 bytes, each for itself: it is torn, and two writes change
//     places. Where a sector did not arrive, there is what was there before; past the old end the
//     file is shorter or holds zeros.
//   - a truncation arrives or does not.
//   - a name that was made, removed or replaced in a folder arrives or does not. Replacing a name
//     by rename is one change, never a moment without either; a rename between two folders may
//     leave both names behind, but never takes the old one away without having put the new one.
//   - fsync or fdatasync of a file makes its bytes and its size certain, not its name.
//   - fsync of a folder makes its names certain, not its own name in the folder above, and not the
//     bytes of its files.
// This is weaker than what ext4, XFS or Btrfs promise, so what holds here holds there. Not in the
// model: a disk that lies about having synced, and damage to sectors that nobody was writing.

#include "tests/faults/shim_log.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pufa::faults {

/// Every file with its bytes and every folder (no bytes), by path relative to the disk's top.
using Tree = std::map<std::string, std::optional<std::string>>;

/// One call of the program, as the shim wrote it down. Paths are relative to the disk's top.
struct Call {
    Op op = Op::fired;
    std::string path{};
    std::string other{};
    uint64_t inode = 0;
    uint64_t offset = 0;
    std::string bytes{};
    bool made = false;
    int64_t result = 0; ///< a call that failed changed nothing
};

/// What kind of change a choice is about.
enum class Change { sector, size, name };
/// Decides for each change that no sync has made certain whether it arrived.
using Arrives = std::function<bool(Change)>;

class PowerCut {
  public:
    /// `inodes` of every path of `before`, which is on the disk for certain; the top's is at "".
    PowerCut(const Tree& before, const std::map<std::string, uint64_t>& inodes);

    /// The program makes its next call.
    void apply(const Call& call);
    /// What is found if the power is cut now. The program could go on afterwards.
    [[nodiscard]] Tree cut(const Arrives& arrives) const;
    /// How many changes are not certain now, each sector counted.
    [[nodiscard]] size_t uncertain() const;

  private:
    using NodeId = size_t;
    static constexpr size_t k_sector = 512;

    /// A change of a file: some bytes at an offset, or a new size.
    struct Edit {
        bool resizes = false;
        uint64_t at = 0; ///< or the size
        std::string bytes{};
    };
    /// A change of a folder's names: `name` means `node` now, or nothing.
    struct Naming {
        std::string name;
        std::optional<NodeId> node;
        std::optional<size_t> after{}; ///< arrives only if that change, by its serial, arrived
        bool together = false;         ///< ... and always if it did
        size_t serial = 0;
    };
    struct Node {
        bool folder = false;
        std::string bytes{}; ///< certain
        std::map<std::string, NodeId> names{};
        std::vector<Edit> edits{}; ///< uncertain, oldest first
        std::vector<Naming> namings{};
    };

    [[nodiscard]] std::optional<NodeId> find(const std::string& path) const;
    NodeId node_of(const Call& call);
    size_t put_name(const std::string& path, std::optional<NodeId> node);
    static void sync(Node& node);
    void move(const Call& call);
    static void edit(std::string& bytes, const Edit& edit, const Arrives& arrives);
    void list(NodeId node, const std::string& path, const Arrives& arrives,
              std::map<size_t, bool>& arrived, Tree& tree) const;

    std::vector<Node> m_nodes; ///< the first is the top
    std::map<uint64_t, NodeId> m_by_inode;
    std::map<std::string, NodeId> m_now; ///< what the program sees
    size_t m_serial = 0;
};

} // namespace pufa::faults
