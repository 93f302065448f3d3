import Governance
import Access
import Exemplar
import Priorities
import Store
import Vocabulary

/// The people of the demonstration: accounts that nobody signs in to, for everybody is one of them at once.
enum DemoPeople {
    private struct One {
        let account: String
        let name: String
        let role: Role
        /// On their button.
        let words: String
        /// On the register of interests.
        var person: String?
        /// In the dental round.
        var member: String?
    }

    /// The first is whom a newcomer is.
    private static let all = [
        One(
            account: "a001", name: "Idris Larkstone", role: .commissioningManager, words: "Commissioning manager",
            person: "p12", member: "dental-commissioner"),
        One(
            account: "a002", name: "Honor Thistlewood", role: .governanceLead, words: "Governance lead"),
        One(account: "a003", name: "Ravi Underhill", role: .analyst, words: "Analyst"),
        One(
            account: "a004", name: "Petronella Harbourne", role: .panelMember,
            words: "Panel member, a dentist", person: "p13", member: "general-dentist"),
        One(account: "a005", name: "Saskia Brandreth", role: .contractManager, words: "Contract manager"),
        One(account: "a006", name: "Winifred Ashdown", role: .observer, words: "Observer"),
        One(account: "a007", name: "Tobias Penhallow", role: .administrator, words: "Administrator"),
    ]

    /// As `Server.demonstration` takes them.
    static let buttons: [(account: Slug, words: String)] = all.compactMap { one in
        Slug(one.account).map { ($0, one.words) }
    }

    /// Adds them; links are left out where the store knows no such person or member.
    static func take(into store: Store, by author: Author, at moment: Moment) throws {
        let people = try GovernanceDesk(store).book().people
        let rounds = RoundDesk(store)
        let dental = try rounds.rounds().first { $0.id.description.hasPrefix("dental") }
        let members = try dental.map { try rounds.round($0.id).members.map(\.id) } ?? []
        let today = moment.inLondon.day
        try AccessDesk(store).perform(by: author, at: moment) { texts, _ in
            try all.flatMap { one -> [any AccessAct] in
                guard let account = Slug(one.account) else { return [] }
                let email = one.account + "@wexbourne.example"
                let place = one.role == .administrator ? nil : Exemplar.commissioners[0].code
                var acts: [any AccessAct] = [
                    AddAccount(account: account, name: try texts.keep(one.name), email: try texts.keep(email)),
                    ActivateAccount(account: account),
                    GrantRole(account: account, role: one.role, commissioner: place, since: today),
                ]
                if let person = one.person.flatMap({ Slug($0) }), people[person] != nil {
                    acts.append(LinkPerson(account: account, person: person))
                }
                if let round = dental?.id, let member = one.member.flatMap({ Slug($0) }), members.contains(member) {
                    acts.append(TakeSeat(account: account, round: round, member: member))
                }
                return acts
            }
        }
    }
}
