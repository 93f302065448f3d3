import Markup
import Pages
import Priorities
import TestSupport
import Testing
import Vocabulary

/// What forms of a round write is read back, and what people mistype is told at its field.
@Suite struct RoundFormsTests {
    static let work = RoundAtWork(open, token: FormToken("t0ken")!, revision: 7)
    static let member = RoundSample.round.members[0]

    /// The sample while members weigh and score.
    static let open: Round = {
        var round = RoundSample.round
        round.scoresClosedAt = nil
        round.weightsClosedAt = nil
        round.decision = nil
        round.result = nil
        round.ballot = nil
        round.interests = []
        round.rulings = []
        return round
    }()

    private static func plain(_ text: String) -> String {
        text.filter { !["\u{202E}", "\u{200F}"].contains(String($0)) }
    }

    /// What a browser would send of a page's form as it stands.
    static func sent(by page: FormPage) throws -> SentValues {
        let form = try #require(page.form)
        let read = ReadPage("<!doctype html>\(form.html.rendered)")
        return read.sent
    }

    @Test(arguments: 0..<200) func `scores that a page shows are read back bit for bit`(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let criterion = Self.open.leaves[seed % Self.open.leaves.count]
        var form = try #require(ScoresForm(Self.work, Self.member, on: criterion))
        form.scale.outside = .extended
        var scores: [Score] = []
        for option in form.options {
            let value = numbers.value
            let low = Bool.random(using: &numbers) ? value - abs(numbers.value) : nil
            let high = Bool.random(using: &numbers) ? value + abs(numbers.value) : nil
            let note = Bool.random(using: &numbers) ? Sample.hostile.filter { $0 != "\u{202E}" } : nil
            scores.append(
                Score(option: option.id, criterion: criterion.id, value: value, low: low, high: high, note: note))
        }
        #expect(try form.read(form.written(scores)) == scores, "seed \(seed)")
        #expect(try form.read(Self.sent(by: form.page(form.written(scores)))) == scores, "seed \(seed)")
    }

    @Test(arguments: 0..<50) func `weights that a page shows are read back`(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let place = WeighingPlace(Self.work, Self.member, within: nil)
        let swing = WeightsForm(place, method: .swing)
        var points = swing.criteria.map {
            WeightsGiven.Points(criterion: $0.id, points: Double.random(in: 0...100, using: &numbers))
        }
        points[seed % points.count].points = 100
        let given = WeightsGiven(method: .swing, swings: points)
        #expect(try swing.read(Self.sent(by: swing.page(swing.written(given)))) == given)
        let order = WeightsForm(place, method: .rankOrder)
        let ids = order.criteria.map(\.id).shuffled(using: &numbers)
        let cut = Int.random(in: 1...ids.count, using: &numbers)
        let groups = [Array(ids[..<cut]), Array(ids[cut...])].filter { !$0.isEmpty }
            .map { group in order.criteria.map(\.id).filter(group.contains) }
        let ranked = WeightsGiven(method: .rankOrder, order: groups)
        #expect(try order.read(Self.sent(by: order.page(order.written(ranked)))).order?.first == groups.first)
    }

    @Test func `an interest, a vote, a ruling, advice, pressure and an option are read back from their pages`() throws {
        let interest = InterestForm(Self.work, Self.member)
        let given = InterestForm.Given(
            id: interest.freshID, kind: .indirect, options: [Self.open.options[1].id], nature: "A <b> & “c”",
            declaration: "Two\nlines")
        #expect(try interest.read(Self.sent(by: interest.page(interest.written(given)))) == given)
        #expect(try interest.read(Self.sent(by: interest.check(given, lost: []))) == given, "kept unseen")
        let ballot = Ballot(
            id: Slug("b")!, discussedOn: Day("2026-03-03")!, options: Self.open.options.map(\.id),
            openedAt: RoundSample.moment(30))
        let vote = BallotForm(Self.work, Self.member, ballot)
        let ways: [Ballot.Vote] = [.fund, .doNotFund, .deferred, .abstain]
        let votes = Dictionary(
            uniqueKeysWithValues: vote.options.enumerated().map { ($1.id, ways[$0 % 4]) })
        #expect(try vote.read(Self.sent(by: vote.page(vote.written(votes)))) == votes)
        #expect(try vote.read(Self.sent(by: vote.check(votes))) == votes, "kept unseen")
        let shared = Interest(
            id: Slug("i")!, member: Self.member.id, kind: .financial, sharedClass: Slug("dentists")!, nature: "N")
        let ruling = InterestRuling(
            interest: shared.id, isExcluded: true, options: [Self.open.options[0].id], reason: "It is direct.")
        let form = RulingForm(Self.work, on: shared)
        #expect(try form.read(Self.sent(by: form.page(form.written(ruling)))) == ruling)
        let advice = Advice(
            option: Self.open.options[2].id, adviser: "A", advised: "B\nC", interest: "none declared",
            isFollowed: false,
            reason: "D", day: Day("2026-01-31")!)
        let advising = AdviceForm(Self.work)
        #expect(try advising.read(Self.sent(by: advising.page(advising.written(advice)))) == advice)
        let pressure = Representation(
            option: Self.open.options[2].id, from: .politician, who: "A", asked: "B", answer: nil,
            day: Day("2026-01-31")!)
        let pressing = PressureForm(Self.work)
        #expect(try pressing.read(Self.sent(by: pressing.page(pressing.written(pressure)))) == pressure)
        for option in Self.open.options {
            var option = option
            // No page writes marks that turn the direction of writing round.
            option.title = Self.plain(option.title)
            // As the act that puts it forward sees to it.
            if option.kind.isDisinvestment { option.changesService = true }
            let form = OptionForm(Self.work, option, today: Day("2026-03-03")!)
            #expect(try form.read(Self.sent(by: form.page(form.blank))) == option, "\(option.id)")
        }
    }

    @Test(arguments: [
        ("7", 7.0), ("7.5", 7.5), ("-3", -3), ("−3", -3), ("1,200", 1_200), ("1,200.25", 1_200.25), ("0", 0),
        ("1e-7", 1e-7),
    ])
    func `a number is read as people write it`(text: String, number: Double) {
        #expect(TypedNumber.read(text) == number)
        #expect(TypedNumber.read(TypedNumber.written(number)) == number)
    }

    @Test(arguments: ["", "7,5", "1,20", "1200,300", "0x10", "nan", "inf", "75%", "seven", "1 2", ",", "1,,000"])
    func `what is no number is not guessed at`(text: String) {
        #expect(TypedNumber.read(text) == nil)
    }

    @Test(arguments: [("120,000", 12_000_000), ("£1250.50", 125_050), ("-300", -30_000), ("−£0.05", -5)])
    func `money is read with or without its sign`(text: String, pence: Int) {
        #expect(TypedNumber.money(text) == Money(pence: pence))
        #expect(TypedNumber.money(TypedNumber.written(Money(pence: pence))) == Money(pence: pence))
    }

    @Test func `all that is wrong with a form is said at once, and what was typed stays`() throws {
        let form = try #require(ScoresForm(Self.work, Self.member, on: Self.open.leaves[0]))
        let option = form.options[0].id
        let sent = SentValues(["score-\(option)": ["lots"], "low-\(option)": ["9,9"]])
        let errors = #expect(throws: FieldErrors.self) { try form.read(sent, seen: [:]) }
        #expect(errors?.sentences.count == 2)
        let page = form.page(sent, errors: errors ?? FieldErrors([:])).render(in: Sample.shell).rendered
        #expect(
            page.contains("There is a problem") && page.contains("value=\"lots\"") && page.contains("value=\"9,9\""))
    }
}
