#include "tests/faults/power_cut.h"

#include "content/base/result.h"

#include <algorithm>
#include <utility>

namespace pufa::faults {

namespace {

/// "a/b/c" as "a/b" and "c".
std::pair<std::string, std::string> split(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return {"", path};
    return {path.substr(0, slash), path.substr(slash + 1)};
}

} // namespace

PowerCut::PowerCut(const Tree& before, const std::map<std::string, uint64_t>& inodes)
    : m_nodes{Node{.folder = true}}
    , m_now{{"", 0}} {
    m_by_inode[inodes.at("")] = 0;
    for (const auto& [path, bytes] : before) {
        const NodeId id = m_nodes.size();
        m_nodes.push_back({.folder = !bytes, .bytes = bytes.value_or("")});
        m_by_inode[inodes.at(path)] = id;
        m_now[path] = id;
        const auto [folder, name] = split(path);
        m_nodes[m_now.at(folder)].names[name] = id;
    }
}

std::optional<PowerCut::NodeId> PowerCut::find(const std::string& path) const {
    const auto found = m_now.find(path);
    return found == m_now.end() ? std::nullopt : std::optional{found->second};
}

/// A number of an inode is used again once its file is gone, so a new file is always a new node.
PowerCut::NodeId PowerCut::node_of(const Call& call) {
    const bool is_new = call.op == Op::mkdir || (call.op == Op::create && call.made);
    if (is_new) {
        m_by_inode[call.inode] = m_nodes.size();
        m_nodes.push_back({.folder = call.op == Op::mkdir});
    }
    const auto found = m_by_inode.find(call.inode);
    PUFA_ASSERT(found != m_by_inode.end());
    return found->second;
}

size_t PowerCut::put_name(const std::string& path, std::optional<NodeId> node) {
    const auto [folder, name] = split(path);
    const size_t serial = m_serial++;
    m_nodes[m_now.at(folder)].namings.push_back({.name = name, .node = node, .serial = serial});
    if (node)
        m_now[path] = *node;
    else
        m_now.erase(path);
    return serial;
}

void PowerCut::sync(Node& node) {
    for (const auto& pending : node.edits)
        edit(node.bytes, pending, [](Change) { return true; });
    for (const auto& pending : node.namings) {
        if (pending.node)
            node.names[pending.name] = *pending.node;
        else
            node.names.erase(pending.name);
    }
    node.edits.clear();
    node.namings.clear();
}

void PowerCut::move(const Call& call) {
    const auto node = find(call.path);
    PUFA_ASSERT(node);
    // What lies in a folder goes with it: its names are the folder's own.
    std::map<std::string, NodeId> inside;
    for (const auto& [path, id] : m_now) {
        if (path.starts_with(call.path + "/"))
            inside.emplace(call.other + path.substr(call.path.size()), id);
    }
    std::erase_if(m_now, [&](const auto& it) { return it.first.starts_with(call.path + "/"); });
    m_now.merge(inside);
    const auto put = put_name(call.other, node);
    const auto from = split(call.path).first;
    put_name(call.path, std::nullopt);
    auto& taken_away = m_nodes[m_now.at(from)].namings.back();
    taken_away.after = put;
    taken_away.together = from == split(call.other).first;
}

void PowerCut::apply(const Call& call) {
    if (call.result < 0) return;
    switch (call.op) {
    case Op::create:
    case Op::mkdir: {
        const auto node = node_of(call);
        if (call.made || call.op == Op::mkdir) put_name(call.path, node);
        break;
    }
    case Op::write:
        m_nodes[node_of(call)].edits.push_back({.at = call.offset, .bytes = call.bytes});
        break;
    case Op::truncate:
        m_nodes[node_of(call)].edits.push_back({.resizes = true, .at = call.offset});
        break;
    case Op::fallocate: // takes room; the zeros that it may add are as good as a size that arrived
        break;
    case Op::sync:
        sync(m_nodes[node_of(call)]);
        break;
    case Op::rename:
        move(call);
        break;
    case Op::link:
        put_name(call.other, find(call.path));
        break;
    case Op::unlink:
    case Op::rmdir:
        put_name(call.path, std::nullopt);
        break;
    case Op::read:
    case Op::fired:
        break;
    }
}

void PowerCut::edit(std::string& bytes, const Edit& edit, const Arrives& arrives) {
    if (edit.resizes) {
        if (arrives(Change::size)) bytes.resize(edit.at, '\0');
        return;
    }
    const uint64_t end = edit.at + edit.bytes.size();
    if (end > bytes.size() && arrives(Change::size)) bytes.resize(end, '\0');
    for (uint64_t at = edit.at; at < end;) {
        const uint64_t next = std::min(end, (at / k_sector + 1) * k_sector);
        if (arrives(Change::sector)) {
            if (bytes.size() < next) bytes.resize(next, '\0');
            bytes.replace(at, next - at, edit.bytes, at - edit.at, next - at);
        }
        at = next;
    }
}

void PowerCut::list(NodeId id, const std::string& path, const Arrives& arrives,
                    std::map<size_t, bool>& arrived, Tree& tree) const {
    const auto& node = m_nodes[id];
    if (!node.folder) {
        auto bytes = node.bytes;
        for (const auto& pending : node.edits)
            edit(bytes, pending, arrives);
        tree[path] = std::move(bytes);
        return;
    }
    if (!path.empty()) tree[path] = std::nullopt;
    auto names = node.names;
    for (const auto& pending : node.namings) {
        if (!arrived.at(pending.serial)) continue;
        if (pending.node)
            names[pending.name] = *pending.node;
        else
            names.erase(pending.name);
    }
    for (const auto& [name, child] : names)
        list(child, path.empty() ? name : path + "/" + name, arrives, arrived, tree);
}

Tree PowerCut::cut(const Arrives& arrives) const {
    // Names are chosen before the trees are walked, since one may wait for one in another folder.
    std::map<size_t, const Naming*> pending;
    for (const auto& node : m_nodes) {
        for (const auto& naming : node.namings)
            pending[naming.serial] = &naming;
    }
    std::map<size_t, bool> arrived;
    for (const auto& [serial, naming] : pending) {
        const bool waits = naming->after && pending.contains(*naming->after);
        if (waits && (naming->together || !arrived.at(*naming->after)))
            arrived[serial] = arrived.at(*naming->after);
        else
            arrived[serial] = arrives(Change::name);
    }
    Tree tree;
    list(0, "", arrives, arrived, tree);
    return tree;
}

size_t PowerCut::uncertain() const {
    size_t count = 0;
    const Arrives counting = [&](Change) {
        ++count;
        return true;
    };
    for (const auto& node : m_nodes) {
        std::string scratch = node.bytes;
        for (const auto& pending : node.edits)
            edit(scratch, pending, counting);
        count += node.namings.size();
    }
    return count;
}

} // namespace pufa::faults
