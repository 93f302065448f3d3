import Access
import Pages
import Vocabulary

/// What waits for who has signed in.
enum HomeAnswer {
    static func page(_ question: Question) throws -> Answer {
        let signedIn = try question.signedIn()
        let day = question.now.inLondon.day
        var waiting: [HomePage.Waiting] = []
        if question.door.demonstration == nil, question.door.rules.maySomewhere(signedIn.account, .administer, on: day)
        {
            if try !question.door.keeper.hasSecondFactor(signedIn.account.id) {
                waiting.append(
                    .init(
                        "Set up a second factor", .secondFactor,
                        note: "Whoever gives roles should not be let in by a password alone."))
            }
            let people = try question.door.keeper.people().book.accounts.values
            let without = people.count { $0.state != .closed && !$0.grants.contains { $0.stands(on: day) } }
            if without > 0 {
                waiting.append(
                    .init(without == 1 ? "Give one person a role" : "Give \(without) people a role", .people))
            }
        }
        waiting += try question.waitingInRounds()
        return Answer(
            HomePage(roles: words(signedIn.account.grants(on: day), in: question), waiting: waiting))
    }

    /// Roles with the names of commissioners: `commissioning manager at Wexbourne ICB`.
    static func words(_ grants: [Grant], in question: Question) -> [String] {
        let names = OrganisationNames(question.desk)
        let day = question.now.inLondon.day
        return grants.map { grant in
            guard let code = grant.commissioner else { return grant.inWords }
            return grant.role.inWords + " at " + (names.name(of: code, on: day) ?? code.description)
        }
    }
}
