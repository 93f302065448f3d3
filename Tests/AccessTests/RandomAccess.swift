import Access
import Rulebook
import TestSupport
import Vocabulary

/// An installation drawn from a seed: acts in any order by anybody, most of which make sense, over some years.
struct RandomAccess {
    static let accounts = ["a1", "a2", "a3", "a4", "a5"].map { Slug($0)! }
    static let places = ["QAA", "QBB", "QCC"].map { OrganisationCode($0)! }

    var numbers: SeededNumbers
    var book = AccessBook()
    var moment = Moment(text: "2026-01-05T09:00:00Z")!
    /// The acts that were done, with their authors and moments.
    var done: [(act: any AccessAct, author: Author, moment: Moment)] = []
    var refused: [String: Int] = [:]

    init(seed: UInt64) {
        numbers = SeededNumbers(seed: seed)
    }

    var today: Day { moment.inLondon.day }

    /// One act by somebody, some time later.
    ///
    /// - Returns: who tried what, and the book before it.
    mutating func step() -> (act: any AccessAct, author: Author, before: AccessBook) {
        moment = Moment(secondsSince1970: moment.secondsSince1970 + below(12) * 86_400 + below(3_600))
        let act = drawn()
        let author = Author(chance(50) ? pick(RandomAccess.accounts).description : "operator")!
        let before = book
        do throws(Refusal) {
            let ground = AccessBefore(book: book, rulebook: try Rulebook(rules: []))
            book = try act.decide(ground, by: author, at: moment)
            done.append((act, author, moment))
        } catch {
            refused[error.code, default: 0] += 1
        }
        return (act, author, before)
    }

    private mutating func drawn() -> any AccessAct {
        let account = pick(RandomAccess.accounts)
        let text = AccessSample.text(below(250))
        let role: Role = chance(30) ? .administrator : pick(Role.allCases)
        let place = chance(role.mayBeEverywhere ? 60 : 5) ? nil : pick(RandomAccess.places)
        let round = AccessSample.slug("r\(below(2))")
        switch below(100) {
        case ..<10: return AddAccount(account: account, name: text, email: text)
        case ..<22: return ActivateAccount(account: account)
        case ..<48:
            let since = today.adding(days: chance(70) ? 0 : below(40) - 3)
            return GrantRole(
                account: account, role: role, commissioner: place, since: since,
                until: chance(70) ? nil : since.adding(days: below(60) - 2))
        case ..<62: return WithdrawRole(account: account, role: role, commissioner: place)
        case ..<70: return SuspendAccount(account: account)
        case ..<78: return RestoreAccount(account: account)
        case ..<80: return CloseAccount(account: account)
        case ..<84: return LinkPerson(account: account, person: AccessSample.slug("p\(below(4))"))
        case ..<87: return UnlinkPerson(account: account)
        case ..<93: return TakeSeat(account: account, round: round, member: AccessSample.slug("m\(below(4))"))
        case ..<96: return LeaveSeat(account: account, round: round)
        case ..<98: return ChangeAccountName(account: account, name: text)
        default: return ChangeEmail(account: account, email: text)
        }
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }
    private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    private mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}
