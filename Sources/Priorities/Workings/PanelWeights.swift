public import Methods
public import Vocabulary

/// What each criterion weighs for each member and for the panel, from what the members said.
///
/// A criterion's weight is the product of the weights down its branch of the tree. The panel's weight is the mean
/// of its members'; a member who said nothing of a branch counts there with the mean of those who did. Where a member's
/// statements leave a range, the weight is its middle (`BranchWeights`), while trials draw from all of it.
public struct PanelWeights: Sendable {
    /// The criteria that are scored, in the round's order.
    public let criteria: [Slug]
    /// Those who said something, in the order of the panel.
    public let members: [MemberWeights]
    /// The mean of the members' weights; sums to one.
    public let panel: [Double]

    /// One member's weights of the scored criteria.
    public struct MemberWeights: Sendable {
        public let member: Slug
        public let weights: [Double]
        /// What the weights can be, each by itself, after what was said.
        public let ranges: [(low: Double, high: Double)]
        /// How far the judgements agree with one another, where the method can tell.
        public let consistency: [RoundResult.Consistency]
        /// For each branch in the tree's order, what is known.
        let branches: [BranchWeights]
    }

    private let tree: CriteriaTree

    /// - Throws: `Refusal` where weights cannot all hold, or nobody weighed a branch of two criteria or more.
    public init(_ round: Round, tables: PreferenceTables = .shipped) throws(Refusal) {
        let tree = CriteriaTree(round)
        var given: [(member: Slug, branches: [BranchWeights?])] = []
        for member in round.members {
            guard let said = round.weights[member.id], !said.isEmpty else { continue }
            var branches: [BranchWeights?] = []
            for branch in tree.branches {
                let statement = said.last { $0.within == branch.id }
                branches.append(
                    try statement.map { one throws(Refusal) in
                        try BranchWeights(one, of: branch, in: round, by: member.id, tables: tables)
                    })
            }
            given.append((member.id, branches))
        }
        var means: [BranchWeights] = []
        for (place, branch) in tree.branches.enumerated() {
            means.append(try PanelWeights.mean(of: given.compactMap { $0.branches[place] }, branch))
        }
        let members = given.map { member, branches in
            let filled = zip(branches, means).map { $0 ?? $1 }
            return MemberWeights(
                member: member, weights: tree.leafWeights(filled.map(\.point)),
                ranges: zip(
                    tree.leafWeights(filled.map { $0.ranges.map(\.low) }),
                    tree.leafWeights(filled.map { $0.ranges.map(\.high) })
                ).map { (low: $0, high: $1) },
                consistency: branches.compactMap { $0?.consistency }, branches: filled)
        }
        criteria = tree.leaves
        self.tree = tree
        self.members = members
        if members.isEmpty {
            panel = tree.leafWeights(means.map(\.point))
        } else {
            let count = Double(members.count)
            panel = tree.leaves.indices.map { place in
                members.reduce(0) { $0 + $1.weights[place] } / count
            }
        }
    }

    private static func mean(
        of said: [BranchWeights], _ branch: CriteriaTree.Branch
    ) throws(Refusal) -> BranchWeights {
        let count = branch.children.count
        if count == 1 { return BranchWeights(point: [1]) }
        guard !said.isEmpty else {
            throw Refusal(
                .rule, code: "weights-missing",
                "Nobody has said how much the criteria \(branch.title) matter beside one another.",
                remedy: "At least one member must weigh them before the weights are closed.")
        }
        return BranchWeights(
            point: (0..<count).map { place in said.reduce(0) { $0 + $1.point[place] } / Double(said.count) })
    }

    /// Draws of whole weights: each takes one member, all alike likely, and one of that member's weights.
    ///
    /// - Returns: `count × criteria`, row major, each row summing to one.
    public func draws(_ count: Int, from stream: RandomStream) -> [Double] {
        guard !members.isEmpty else { return (0..<count).flatMap { _ in panel } }
        var picking = stream.substream(0)
        let picked = (0..<count).map { _ in members.count == 1 ? 0 : picking.below(members.count) }
        var mine: [[[Double]]] = []
        for (place, member) in members.enumerated() {
            let times = picked.count { $0 == place }
            mine.append(
                member.branches.enumerated().map { branch, known in
                    known.draws(times, from: stream.substream(1 + place * tree.branches.count + branch))
                })
        }
        var used = [Int](repeating: 0, count: members.count)
        var all: [Double] = []
        all.reserveCapacity(count * criteria.count)
        for place in picked {
            let row = used[place]
            used[place] += 1
            let local = tree.branches.indices.map { branch in
                let width = tree.branches[branch].children.count
                let drawn = mine[place][branch]
                return drawn.count == width ? drawn : Array(drawn[row * width..<(row + 1) * width])
            }
            all += tree.leafWeights(local)
        }
        return all
    }
}

/// The tree of criteria as places: branches in the round's order, each with its children.
struct CriteriaTree: Sendable {
    struct Branch: Sendable {
        let id: Slug?
        let children: [Slug]
        let titles: [String]
        /// `at the top`, or `under “Access”`.
        let title: String
    }

    let branches: [Branch]
    let leaves: [Slug]
    /// For each leaf, the branches and children from the top down to it.
    private let paths: [[(branch: Int, child: Int)]]

    init(_ round: Round) {
        let branches = round.branches.map { id in
            Branch(
                id: id, children: round.children(of: id).map(\.id), titles: round.children(of: id).map(\.title),
                title: id.flatMap { round.criterion($0) }.map { "under “\($0.title)”" } ?? "at the top")
        }
        paths = round.leaves.map { leaf in
            var path: [(branch: Int, child: Int)] = []
            var node: Criterion? = leaf
            while let here = node, path.count <= round.criteria.count {
                if let branch = branches.firstIndex(where: { $0.id == here.parent }),
                    let child = branches[branch].children.firstIndex(of: here.id)
                {
                    path.append((branch, child))
                }
                node = here.parent.flatMap { round.criterion($0) }
            }
            return path.reversed()
        }
        self.branches = branches
        leaves = round.leaves.map(\.id)
    }

    /// The product down each leaf's path.
    func leafWeights(_ local: [[Double]]) -> [Double] {
        paths.map { path in path.reduce(1) { $0 * local[$1.branch][$1.child] } }
    }
}
