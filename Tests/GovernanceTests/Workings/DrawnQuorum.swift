import Governance
import TestSupport
import Vocabulary

/// Small committees and quorums of counts, drawn from a seed, and an answer by trying every assignment.
enum DrawnQuorum {
    static let roles = ["lay", "gp", "executive", "nurse"].map { Slug($0)! }

    static func question(_ numbers: inout SeededNumbers) -> JudgeQuorum.Question {
        let seats = (0..<Int.random(in: 1...6, using: &numbers)).map { number in
            var seat = Seat(
                person: Slug("p\(number)")!,
                roles: roles.filter { _ in Int.random(in: 0...2, using: &numbers) == 0 },
                isVoting: Int.random(in: 0...3, using: &numbers) > 0,
                isPresent: Int.random(in: 0...4, using: &numbers) > 0,
                isRecused: Int.random(in: 0...9, using: &numbers) == 0)
            if number == 0 { seat.office = .chair }
            return seat
        }
        return JudgeQuorum.Question(rule: rule(&numbers, deep: 2), seats: seats)
    }

    private static func rule(_ numbers: inout SeededNumbers, deep: Int) -> QuorumRule {
        switch Int.random(in: deep > 0 ? 0...5 : 2...5, using: &numbers) {
        case 0:
            return .all((0..<Int.random(in: 1...3, using: &numbers)).map { _ in rule(&numbers, deep: deep - 1) })
        case 1:
            return .any((0..<Int.random(in: 1...2, using: &numbers)).map { _ in rule(&numbers, deep: deep - 1) })
        case 2: return .atLeast(Int.random(in: 1...4, using: &numbers), .anybody)
        case 3:
            let whom: [QuorumRule.Whom] = [.voting, .nonVoting, .officers, .people([Slug("p1")!])]
            return .atLeast(1, whom.randomElement(using: &numbers)!)
        default:
            let some = roles.filter { _ in Bool.random(using: &numbers) }
            return .atLeast(
                Int.random(in: 1...2, using: &numbers), some.isEmpty ? .roles([roles[0]]) : .roles(some))
        }
    }

    /// Every way through the rule, and in each every assignment of those present to its places.
    static func isMetByTrying(_ question: JudgeQuorum.Question) -> Bool {
        let there = question.seats.filter { $0.isPresent && !$0.isRecused }
        return ways(question.rule).contains { demands in
            let overlapping = demands.filter { !isPlace($0.whom) }
            guard overlapping.allSatisfy({ demand in there.count { covers(demand.whom, $0) } >= demand.count }) else {
                return false
            }
            let places = demands.filter { isPlace($0.whom) }.flatMap { demand in
                Array(repeating: demand.whom, count: demand.count)
            }
            return canFill(places[...], by: there)
        }
    }

    private static func ways(_ rule: QuorumRule) -> [[(count: Int, whom: QuorumRule.Whom)]] {
        switch rule {
        case .atLeast(let count, let whom): return [[(count, whom)]]
        case .any(let rules): return rules.flatMap { ways($0) }
        case .all(let rules):
            var found: [[(count: Int, whom: QuorumRule.Whom)]] = [[]]
            for rule in rules { found = found.flatMap { way in ways(rule).map { way + $0 } } }
            return found
        case .part: return []
        }
    }

    private static func isPlace(_ whom: QuorumRule.Whom) -> Bool {
        switch whom {
        case .roles, .votingRoles, .nonVoting: true
        case .anybody, .voting, .officers, .people: false
        }
    }

    private static func covers(_ whom: QuorumRule.Whom, _ seat: Seat) -> Bool {
        switch whom {
        case .anybody: true
        case .voting: seat.isVoting
        case .nonVoting: !seat.isVoting
        case .roles(let names): names.contains { seat.roles.contains($0) }
        case .votingRoles(let names): seat.isVoting && names.contains { seat.roles.contains($0) }
        case .officers: seat.office != nil
        case .people(let people): people.contains(seat.person)
        }
    }

    private static func canFill(_ places: ArraySlice<QuorumRule.Whom>, by people: [Seat]) -> Bool {
        guard let place = places.first else { return true }
        return people.indices.contains { index in
            guard covers(place, people[index]) else { return false }
            var others = people
            others.remove(at: index)
            return canFill(places.dropFirst(), by: others)
        }
    }
}
