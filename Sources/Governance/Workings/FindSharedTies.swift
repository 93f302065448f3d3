public import Vocabulary

/// Which of several people belong to one household, practice or firm: two of one tie do not both approve.
///
/// - Reference: adopted from the request to WhatDoTheyKnow's theme, issue 1308.
public enum FindSharedTies {
    /// A bond and those of the people whom it binds.
    public struct Shared: Hashable, Sendable, Codable {
        public var tie: Slug
        public var people: [Slug]
    }

    /// Each tie that binds two or more of the people on the day, by name; whoever is not in the register has none.
    public static func find(among people: [Slug], on day: Day, in book: GovernanceBook) -> [Shared] {
        var bound: [Slug: Set<Slug>] = [:]
        for person in people {
            for tie in book.people[person]?.ties(on: day) ?? [] { bound[tie, default: []].insert(person) }
        }
        return bound.filter { $0.value.count > 1 }.map { Shared(tie: $0.key, people: $0.value.sorted()) }
            .sorted { $0.tie < $1.tie }
    }

    /// Each organisation at which two or more of the people hold posts on the day, and which is no body with a committee
    /// here: one practice or firm, whether it was entered as a tie or not.
    static func organisations(
        sharedBy people: [Slug], on day: Day, in book: GovernanceBook
    ) -> [(organisation: OrganisationCode, people: [Slug])] {
        let own = Set(book.committees.values.map(\.body))
        var posted: [OrganisationCode: Set<Slug>] = [:]
        for person in people {
            for code in book.people[person]?.posts(on: day).compactMap(\.organisation) ?? [] where !own.contains(code) {
                posted[code, default: []].insert(person)
            }
        }
        return posted.filter { $0.value.count > 1 }.map { ($0.key, $0.value.sorted()) }.sorted { $0.0 < $1.0 }
    }

    /// Refuses that people who share a tie or an outside employer, or one person twice, approve something together.
    ///
    /// - Parameter doing: `approve the minutes of “pccc-2026-03”`.
    /// - Throws: `Refusal` of kind `permission`: `approver-twice`, `approvers-tied`.
    public static func refuse(
        among people: [Slug], on day: Day, in book: GovernanceBook, to doing: String
    ) throws(Refusal) {
        if let twice = twice(people) {
            throw Refusal(
                .permission, code: "approver-twice", "“\(twice)” cannot \(doing) twice over.",
                remedy: "Let two different people.")
        }
        if let shared = find(among: people, on: day, in: book).first {
            throw Refusal(
                .permission, code: "approvers-tied",
                "\(named(shared.people)) cannot both \(doing): they share “\(shared.tie)”.",
                remedy: "Let one of them, and somebody of another household, practice and firm.")
        }
        if let shared = organisations(sharedBy: people, on: day, in: book).first {
            throw Refusal(
                .permission, code: "approvers-tied",
                "\(named(shared.people)) cannot both \(doing): they hold posts at \(shared.organisation).",
                remedy: "Let one of them, and somebody of another household, practice and firm.")
        }
    }
}
