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
        let roles: [Role]
        /// On their button.
        let words: String
        /// On the register of interests.
        var person: String?
        /// The seats of a panel, by round and member.
        var seats: [(round: String, member: String)] = []
    }

    /// The first is whom a newcomer is.
    private static let all = [
        One(
            account: "a001", name: "Idris Larkstone", roles: [.commissioningManager, .panelMember],
            words: "Commissioning manager", person: "p12",
            seats: [("dental-2025", "dental-commissioner"), ("toothache-2027", "dental-commissioner")]),
        One(
            account: "a002", name: "Honor Thistlewood", roles: [.governanceLead], words: "Governance lead"),
        One(
            account: "a003", name: "Ravi Underhill", roles: [.analyst, .panelMember], words: "Analyst",
            seats: [("toothache-2027", "analyst")]),
        One(
            account: "a004", name: "Petronella Harbourne", roles: [.panelMember],
            words: "Panel member, a dentist", person: "p13",
            seats: [("dental-2025", "general-dentist"), ("toothache-2027", "general-dentist")]),
        One(account: "a005", name: "Saskia Brandreth", roles: [.contractManager], words: "Contract manager"),
        One(account: "a006", name: "Winifred Ashdown", roles: [.observer], words: "Observer"),
        One(account: "a007", name: "Tobias Penhallow", roles: [.administrator], words: "Administrator"),
        One(
            account: "a008", name: "Augustin Pellingham", roles: [.panelMember], words: "Lay chair", person: "p01",
            seats: [("toothache-2027", "lay-chair")]),
    ]

    /// As `Server.demonstration` takes them.
    static let buttons: [(account: Slug, words: String)] = all.compactMap { one in
        Slug(one.account).map { ($0, one.words) }
    }

    /// Adds them; links are left out where the store knows no such person or member.
    static func take(into store: Store, by author: Author, at moment: Moment) throws {
        let people = try GovernanceDesk(store).book().people
        let rounds = RoundDesk(store)
        let panels = Dictionary(
            uniqueKeysWithValues: try rounds.rounds().map { ($0.id, try rounds.round($0.id).members.map(\.id)) })
        let today = moment.inLondon.day
        try AccessDesk(store).perform(by: author, at: moment) { texts, _ in
            try all.flatMap { one -> [any AccessAct] in
                guard let account = Slug(one.account) else { return [] }
                let email = one.account + "@wexbourne.example"
                var acts: [any AccessAct] = [
                    AddAccount(account: account, name: try texts.keep(one.name), email: try texts.keep(email)),
                    ActivateAccount(account: account),
                ]
                for role in one.roles {
                    let place = role == .administrator ? nil : Exemplar.commissioners[0].code
                    acts.append(GrantRole(account: account, role: role, commissioner: place, since: today))
                }
                if let person = one.person.flatMap({ Slug($0) }), people[person] != nil {
                    acts.append(LinkPerson(account: account, person: person))
                }
                for seat in one.seats {
                    guard let round = Slug(seat.round), let member = Slug(seat.member),
                        panels[round]?.contains(member) == true
                    else { continue }
                    acts.append(TakeSeat(account: account, round: round, member: member))
                }
                return acts
            }
        }
    }
}
