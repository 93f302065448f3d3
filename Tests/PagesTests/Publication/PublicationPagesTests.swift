import Markup
import Pages
import Priorities
import Testing
import Vocabulary

/// What the pages on publishing and deciding say, and what their forms read back.
@Suite struct PublicationPagesTests {
    private func words(_ page: some Page) -> String {
        page.render(in: Sample.shell).rendered.replacing(/<[^>]*>/, with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `a decision that departs from the recommendation is shown to do so before it is recorded`() throws {
        let form = PublicationSample.form()
        let sent = try filled(form)
        let document = try form.read(sent)
        let page = words(form.check(sent, document))
        #expect(page.contains("Check the decision") && page.contains("it is what") == false)
        let others = PublicationSample.form(Set(RoundSample.options.map(\.id)))
        #expect(words(others.check(sent, document)).contains("otherwise than recommended"))
        #expect(words(form.check(sent, document)).contains("The decision is what the calculation recommends."))
    }

    private func filled(_ form: DecisionForm) throws -> SentValues {
        var sent = form.blank
        for option in RoundSample.options where sent["outcome-\(option.id)"].isEmpty {
            sent["outcome-\(option.id)"] = "notFunded"
            sent["reason-\(option.id)"] = "It stays as it is."
        }
        return sent
    }

    @Test func `each option needs a reason, and one that nobody moved needs an outcome`() throws {
        let form = PublicationSample.form()
        do {
            _ = try form.read(SentValues())
            Issue.record("an empty form was read")
        } catch {
            for option in RoundSample.options {
                #expect(error.sentences["reason-\(option.id)"] != nil, "\(option.id)")
                let isCarried = option.id == PublicationSample.slug("helpline")
                #expect((error.sentences["outcome-\(option.id)"] == nil) == isCarried, "\(option.id)")
            }
        }
        let document = try form.read(filled(form))
        #expect(document.outcomes.map(\.option) == RoundSample.options.map(\.id))
        #expect(document.outcomes.first { $0.option == PublicationSample.slug("helpline") }?.outcome == .funded)
        #expect(document.meeting == RoundSample.sitting.meeting && document.item == RoundSample.sitting.item)
    }

    @Test func `what will be public names roles and nobody`() {
        let work = RoundAtWork(RoundSample.round, token: FormToken("t0ken")!, revision: 7)
        let page = words(PublishPage(work, doing: nil, hasPlace: true, lacking: [], records: []))
        for member in RoundSample.round.members { #expect(page.contains("(\(member.id))")) }
        #expect(page.contains("Nobody by name") && page.contains("What stays back"))
    }

    @Test func `a page that is being published says how far it is and has no button`() {
        let work = RoundAtWork(RoundSample.round, token: FormToken("t0ken")!, revision: 7)
        let page = PublishPage(
            work, doing: .running("writing 40 files", share: 0.625), hasPlace: true, lacking: [], records: [])
        #expect(page.isFollowed && words(page).contains("Writing 40 files: 62 %."))
        #expect(!page.render(in: Sample.shell).rendered.contains("Publish the record</button>"))
    }

    @Test func `a document gets a short name of its own, however many there are`() throws {
        let work = RoundAtWork(RoundSample.undecided.round, token: FormToken("t0ken")!, revision: 7)
        let form = AssessmentForm(work)
        let taken = Set(work.round.assessments.map(\.id))
        for option in work.round.options where option.needsAssessments {
            for kind in Assessment.Kind.allCases {
                let sent = SentValues([
                    "option": [option.id.description], "kind": [kind.rawValue], "title": ["A title"],
                    "dated-day": ["1"], "dated-month": ["2"], "dated-year": ["2026"],
                ])
                let given = try form.read(sent, hasFile: true)
                #expect(!taken.contains(form.entry(given)))
            }
        }
    }
}
