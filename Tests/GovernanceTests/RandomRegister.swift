import Governance
import Methods
import Rulebook
import Vocabulary

/// A register drawn from a seed: acts of every kind in any order, by anybody, on days that mostly make sense.
///
/// Every text is one of its own. Those that are disposed of are no longer held, as in a store.
struct RandomRegister {
    static let codes = ["Y02494", "V81999", "QWX"].map { OrganisationCode($0)! }
    static let ids = (0..<5).map { Slug("p\($0)")! }

    var stream: RandomStream
    var book = GovernanceBook()
    var now = Moment(text: "2018-01-08T12:00:00Z")!
    /// Texts that are still held.
    var held: Set<Personal> = []
    var done: [(act: any GovernanceAct, author: Author, moment: Moment)] = []
    var refused: [String: Int] = [:]
    private var texts = 0
    private var names = 0

    init(seed: Int) { stream = RandomStream(seed: UInt64(seed)) }

    /// A text that stands in no other: `⟦…⟧` around its digest.
    static func shown(_ personal: Personal) -> String { "⟦\(personal.digest)⟧" }

    func text(_ personal: Personal) -> String? { held.contains(personal) ? RandomRegister.shown(personal) : nil }

    mutating func chance(_ percent: Int) -> Bool { stream.below(100) < percent }
    mutating func pick<Item>(_ items: [Item]) -> Item { items[stream.below(items.count)] }
    mutating func name(_ stem: String) -> Slug {
        names += 1
        return Slug("\(stem)-\(names)")!
    }
    mutating func personal() -> Personal {
        texts += 1
        let digits = String(texts)
        return Personal(digest: EvidenceID(String(repeating: "0", count: 64 - digits.count) + digits)!)
    }
    /// Up to two years ago; now and then to come.
    mutating func someDay() -> Day { now.day.adding(days: 20 - stream.below(chance(80) ? 120 : 800)) }
    mutating func someName(_ among: [Slug]?) -> Slug {
        guard let among, !among.isEmpty, chance(90) else { return Slug("nothing")! }
        return pick(among)
    }

    /// Does an act, or counts that it was refused.
    mutating func attempt(_ act: any GovernanceAct) {
        let author = Author(chance(50) ? "Governance lead" : "Somebody else")!
        do {
            book = try act.decide(GovernanceBefore(book: book, rulebook: .shipped), by: author, at: now)
            done.append((act, author, now))
            held.formUnion(act.personalTexts)
            if let disposal = act as? DisposeOfRegisterTexts { held.subtract(disposal.texts) }
        } catch {
            refused[error.code, default: 0] += 1
        }
    }

    /// One act of a kind that is drawn, a while after the last.
    mutating func step() {
        now = Moment(secondsSince1970: now.secondsSince1970 + stream.below(60 * 86_400))
        let person = pick(RandomRegister.ids)
        let file = book.people[person]
        switch stream.below(20) {
        case 0: attempt(RecordLeaving(person: person, left: someDay()))
        case 1, 2:
            attempt(
                EnterDecisionMaking(
                    person: person, span: .init(why: "votes", from: someDay(), until: chance(30) ? someDay() : nil)))
        case 3: attempt(EnterTie(person: person, tie: .init(name: Slug("home-\(stream.below(2))")!, from: someDay())))
        case 4:
            attempt(
                EnterPost(
                    person: person,
                    post: .init(
                        title: "Post \(stream.below(3))", organisation: pick(RandomRegister.codes), from: someDay())))
        case 5...7: attempt(EnterDeclaration(person: person, declaration: declaration()))
        case 8:
            attempt(
                SupersedeDeclaration(
                    person: person, superseded: someName(file?.declarations.map(\.id)), declaration: declaration()))
        case 9:
            attempt(
                EndDeclaration(person: person, declaration: someName(file?.declarations.map(\.id)), ended: someDay()))
        case 10:
            attempt(
                ApproveDeclaration(
                    person: person, declaration: someName(file?.declarations.map(\.id)),
                    approver: pick(RandomRegister.ids), on: someDay(), mitigation: chance(50) ? "Leaves" : nil))
        case 11, 12: redact(person, file)
        case 13: attempt(DeclareNil(person: person, declaredOn: someDay()))
        case 14: attempt(ReviewRegister(person: person, reviewedOn: someDay()))
        case 15, 16: attempt(DeclareGift(person: person, gift: gift()))
        case 17: breach(person, file)
        case 18: dispose(person)
        default: attempt(EnterPerson(person: person, name: personal(), knownFrom: someDay()))
        }
    }

    private mutating func declaration() -> Declaration {
        let kind = pick(InterestKind.allCases)
        let day = someDay()
        return Declaration(
            id: chance(95) ? name("d") : Slug("d-1")!, kind: kind, underlying: kind == .indirect ? .financial : nil,
            relationship: kind == .indirect ? "spouse" : nil, situation: .ownership, description: personal(),
            counterparty: pick(RandomRegister.codes), counterpartyName: chance(50) ? personal() : nil,
            arose: day.adding(days: -stream.below(200)), ended: chance(30) ? someDay() : nil, declaredOn: day)
    }

    private mutating func gift() -> Gift {
        let day = someDay()
        return Gift(
            id: name("g"), kind: pick(Gift.Kind.allCases), source: personal(), sourceKey: Slug("source-1")!,
            isSupplier: chance(50), description: personal(), value: Money(pence: stream.below(9_000)), offeredOn: day,
            declaredOn: day.adding(days: stream.below(30)), isAccepted: chance(50), isSourcePrivate: chance(40),
            approvedBy: chance(30) ? pick(RandomRegister.ids) : nil)
    }

    private mutating func redact(_ person: Slug, _ file: PersonFile?) {
        let isGift = chance(40)
        let entry = someName(isGift ? file?.gifts.map(\.id) : file?.declarations.map(\.id))
        let (declaration, gift) = isGift ? (nil, entry) : (entry, nil)
        if chance(50) {
            attempt(
                AskForRedaction(
                    person: person, declaration: declaration, gift: gift, reason: personal(), askedOn: someDay()))
        } else {
            attempt(
                DecideRedaction(
                    person: person, declaration: declaration, gift: gift, decidedBy: pick(RandomRegister.ids),
                    on: someDay(), isGranted: chance(50)))
        }
    }

    private mutating func breach(_ person: Slug, _ file: PersonFile?) {
        if chance(60) {
            attempt(
                RecordBreach(
                    person: person,
                    breach: Breach(
                        id: name("b"), foundOn: someDay(), account: personal(), dealtWithBy: pick(RandomRegister.ids))))
        } else {
            attempt(
                SettleBreach(
                    person: person, breach: someName(file?.breaches.map(\.id)), on: someDay(), effect: .noneTouched,
                    publishedText: "A late declaration."))
        }
    }

    /// Mostly what may go, now and then anything.
    private mutating func dispose(_ person: Slug) {
        let ended = (try? FindEndedRetention(rulebook: .shipped)(in: book, on: now.day)) ?? []
        let due = ended.filter { $0.person == person }.flatMap(\.texts)
        let texts = chance(85) ? due : Array(held.sorted { $0.digest.description < $1.digest.description }.prefix(3))
        attempt(DisposeOfRegisterTexts(person: person, texts: texts))
    }
}

extension GovernanceAct {
    /// The texts that it brings.
    fileprivate var personalTexts: [Personal] {
        switch self {
        case let act as EnterPerson: [act.name]
        case let act as EnterDeclaration: act.declaration.texts
        case let act as SupersedeDeclaration: act.declaration.texts
        case let act as AskForRedaction: [act.reason]
        case let act as DeclareGift: [act.gift.source, act.gift.description]
        case let act as RecordBreach: [act.breach.account]
        default: []
        }
    }
}

extension Declaration {
    var texts: [Personal] { [description] + [counterpartyName].compactMap { $0 } }
}
