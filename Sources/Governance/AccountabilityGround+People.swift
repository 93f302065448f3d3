import Vocabulary

extension AccountabilityGround {
    /// Actors with more forums for one matter, or by one standard, than the Rulebook's number.
    func overloads() -> [Finding] {
        guard let most = question.forumsMost else { return [] }
        var found: [Finding] = []
        for actor in sorted(edges.map(\.actor)) {
            let own = edges.filter { $0.actor == actor }
            let groups =
                Dictionary(grouping: own.filter { $0.matter != nil }) { "the matter “\($0.matter!)”" }
                .merging(
                    Dictionary(grouping: own.filter { !($0.standard ?? "").titleKey.isEmpty }) {
                        "the standard “\($0.standard!.titleKey)”"
                    }, uniquingKeysWith: { first, _ in first })
            var told: Set<[Slug]> = []
            // Matters stand before standards: where both name the same edges, the matter is told.
            for (what, edges) in groups.sorted(by: { $0.key < $1.key }) {
                let forums = sorted(edges.map(\.forum))
                guard forums.count > most, told.insert(edges.map(\.id)).inserted else { continue }
                found.append(
                    Finding(
                        .overload,
                        "\(names.name(actor)) answers to \(forums.count) forums for \(what): "
                            + "\(listed(forums.map { names.name($0) })).",
                        remedy: "Agree which of them leads and from which of its papers the others read; the Rulebook "
                            + "takes more than \(most) as too many.",
                        edges: edges.map(\.id), parties: [actor] + forums, rule: GovernanceRuleID.forumsMost))
            }
        }
        return found
    }

    /// Edges in which somebody sits on both sides.
    func samePersons() -> [Finding] {
        edges.compactMap { edge in
            guard let how = sharing(edge.actor, edge.forum) else { return nil }
            return Finding(
                .samePerson,
                "\(names.name(edge.actor)) answers to \(names.name(edge.forum)) about \(edge.about), and \(how.words).",
                remedy: "Let somebody else take that part when the forum questions and judges, or find another forum.",
                edges: [edge.id], parties: [edge.actor, edge.forum] + how.people.map { .person($0) })
        }
    }

    private func sharing(_ actor: Party, _ forum: Party) -> (words: String, people: [Slug])? {
        switch (actor, forum) {
        case (.committee(let one), .committee(let other)):
            let acting = Set(sitting(on: one).map(\.person))
            let judging = sitting(on: other)
            let both = judging.filter { acting.contains($0.person) }
            guard !both.isEmpty else { return nil }
            let chair = both.first(where: \.isChair).map { ", among them its chair, \(names.name(person: $0.person))" }
            let who = chair ?? ": \(listed(both.map { names.name(person: $0.person) }))"
            return (
                "\(both.count) of the \(judging.count) voting members of the forum \(both.count == 1 ? "sits" : "sit") "
                    + "on both\(who)",
                both.map(\.person)
            )
        case (.person(let person), .committee(let id)):
            guard let seat = sitting(on: id).first(where: { $0.person == person }) else { return nil }
            return ("\(seat.isChair ? "chairs" : "votes on") that forum", [person])
        case (.committee(let id), .person(let person)):
            guard sitting(on: id).contains(where: { $0.person == person }) else { return nil }
            return ("the one who judges sits on it", [person])
        case (.organisation(let code), .committee(let id)):
            // A body's own committee is chaired by one of its own; a post elsewhere is told with its organisation.
            guard
                let chair = sitting(on: id).first(where: { seat in
                    seat.isChair
                        && question.posts.contains { $0.person == seat.person && isSame($0.organisation, code) }
                })
            else { return nil }
            return ("the forum’s chair, \(names.name(person: chair.person)), holds a post there", [chair.person])
        default: return nil
        }
    }

    private func sitting(on committee: Slug) -> [FindAccountabilityGaps.Sitting] {
        question.sittings.filter { $0.committee == committee }.sorted { $0.person < $1.person }
    }
}
