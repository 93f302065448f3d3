import Vocabulary

/// One thing that a quorum asks for: so many of these, or such a part of them.
struct QuorumDemand {
    let whom: QuorumRule.Whom
    let size: Size

    enum Size {
        case atLeast(Int)
        case part(numerator: Int, denominator: Int, isMoreThan: Bool, among: QuorumRule.Base)
    }

    /// Filled by people who fill no other place; a part never is.
    var isPlace: Bool {
        if case .atLeast = size { whom.isPlace } else { false }
    }

    /// How many people it takes.
    func number(of base: QuorumBase) -> Int {
        switch size {
        case .atLeast(let count): return count
        case .part(let numerator, let denominator, let isMoreThan, let among):
            let product = base.count(whom, among: among) * numerator
            return max(1, isMoreThan ? product / denominator + 1 : (product + denominator - 1) / denominator)
        }
    }
}

extension QuorumRule {
    /// Each way to meet the rule, as the things that it asks for together, in the rule's order.
    var alternatives: [[QuorumDemand]] {
        switch self {
        case .atLeast(let count, let whom): [[QuorumDemand(whom: whom, size: .atLeast(count))]]
        case .part(let numerator, let denominator, let isMoreThan, let whom, let among):
            [
                [
                    QuorumDemand(
                        whom: whom,
                        size: .part(
                            numerator: numerator, denominator: denominator, isMoreThan: isMoreThan, among: among))
                ]
            ]
        case .any(let rules): rules.flatMap(\.alternatives)
        case .all(let rules):
            rules.reduce([[]]) { ways, rule in
                ways.flatMap { way in rule.alternatives.map { way + $0 } }
            }
        }
    }
}

/// The members of whom a part is a part: deputies are not members.
struct QuorumBase {
    private let members: [QuorumPerson]
    private let recused: Set<Slug>

    init(seats: [Seat]) {
        members = QuorumPerson.people(of: seats.filter { $0.deputyFor == nil })
        recused = Set(seats.filter(\.isRecused).map(\.person))
    }

    func count(_ whom: QuorumRule.Whom, among: QuorumRule.Base) -> Int {
        members.count { whom.covers($0) && (among == .members || !recused.contains($0.id)) }
    }
}

/// Fills places by people, each person one place.
enum QuorumMatching {
    /// As many places as can be filled, earlier demands first: by augmenting paths.
    ///
    /// - Parameter demands: of a stated number each.
    /// - Returns: those who fill each demand, by short name in order.
    /// - Reference: H. W. Kuhn, Naval Research Logistics Quarterly 2 (1955) 83.
    static func fill(_ demands: [QuorumDemand], by people: [QuorumPerson]) -> [[Slug]] {
        // More places than people in one demand are never filled, so as many and one more stand for them all.
        let slots = demands.indices.flatMap { place -> [Int] in
            guard case .atLeast(let number) = demands[place].size else { return [] }
            return Array(repeating: place, count: min(number, people.count + 1))
        }
        let covers = demands.map { demand in people.map { demand.whom.covers($0) } }
        var holder = [Int?](repeating: nil, count: people.count)

        func seek(_ slot: Int, _ tried: inout [Bool]) -> Bool {
            for person in people.indices where covers[slots[slot]][person] && !tried[person] {
                tried[person] = true
                guard let other = holder[person] else {
                    holder[person] = slot
                    return true
                }
                if seek(other, &tried) {
                    holder[person] = slot
                    return true
                }
            }
            return false
        }
        for slot in slots.indices {
            var tried = [Bool](repeating: false, count: people.count)
            _ = seek(slot, &tried)
        }
        return demands.indices.map { place in
            people.indices.filter { person in holder[person].map { slots[$0] == place } ?? false }.map { people[$0].id }
        }
    }
}
