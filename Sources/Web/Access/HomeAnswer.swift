import Access
import Pages
import Store
import Vocabulary

/// What waits for who has signed in, and what changed.
enum HomeAnswer {
    static func page(_ question: Question) throws -> Answer {
        let signedIn = try question.signedIn()
        let account = signedIn.account
        let day = question.now.inLondon.day
        let waiting = try inPeople(question, account) + question.waiting()
        let began = signedIn.session.startedAt
        // A demonstration's sessions begin at no moment.
        let before = question.door.demonstration?.holds(signedIn.session) == true ? question.now : began
        let lastHere = try question.store.read { db in try Journal.lastAct(of: account.author, before: before, db) }
        let changes = try ChangeList(
            for: account, at: question.now, by: question.door.rules, rounds: question.rounds.rounds(),
            governance: question.wholeGovernance)
        return Answer(
            try HomePage(
                roles: words(account.grants(on: day), in: question), waiting: waiting, changes: changes.items,
                work: question.workplaces(), lastHere: lastHere, on: day))
    }

    /// What waits for whoever administers.
    private static func inPeople(_ question: Question, _ account: Account) throws -> [Waiting] {
        let day = question.now.inLondon.day
        guard question.door.demonstration == nil, question.door.rules.maySomewhere(account, .administer, on: day)
        else { return [] }
        var waiting: [Waiting] = []
        if try !question.door.keeper.hasSecondFactor(account.id) {
            waiting.append(
                Waiting(
                    .secondFactor, "Set up a second factor", .secondFactor,
                    note: "Whoever gives roles should not be let in by a password alone."))
        }
        let people = try question.door.keeper.people().book.accounts.values
        let without = people.count { $0.state != .closed && !$0.grants.contains { $0.stands(on: day) } }
        if without > 0 {
            waiting.append(
                Waiting(.giveRoles, without == 1 ? "Give one person a role" : "Give \(without) people a role", .people))
        }
        return waiting
    }

    /// Roles by place: `commissioning manager and panel member at Wexbourne ICB`.
    static func words(_ grants: [Grant], in question: Question) -> [String] {
        let names = OrganisationNames(question.desk)
        let day = question.now.inLondon.day
        let places = Set(grants.compactMap(\.commissioner)).sorted()
        return grants.filter { $0.commissioner == nil }.map(\.inWords)
            + places.map { place in
                let roles = grants.filter { $0.commissioner == place }.map(\.role.inWords)
                let first = roles.dropLast().joined(separator: ", ")
                let said = first + (first.isEmpty ? "" : " and ") + (roles.last ?? "")
                return "\(said) at \(names.name(of: place, on: day) ?? place.description)"
            }
    }
}

extension Question {
    /// What waits for the visitor; nothing for nobody.
    func waiting() throws -> [Waiting] {
        guard let account = visitor.signedIn?.account else { return [] }
        return try WaitingWork(store: store, rules: door.rules).items(
            for: account, on: now.inLondon.day, rounds: rounds.rounds(), governance: wholeGovernance)
    }
}
