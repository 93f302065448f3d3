import Markup
import Pages
import Priorities
import Testing
import Vocabulary

@Suite struct MotionDraftTests {
    @Test func `a round without an answer has no draft`() {
        #expect(MotionDraft(RoundSample.bareReading) == nil)
    }

    @Test func `what is recommended and what is not are drafted apart, and together they are every option`() throws {
        let reading = RoundSample.reading
        let draft = try #require(MotionDraft(reading))
        let (first, rest) = (draft.filled(.recommended), draft.filled(.rest))
        #expect(first["asks"] == "approve" && rest["asks"] == "reject")
        #expect(Set(first.all("parts")) == Set(try #require(reading.result).portfolio.options.map(\.description)))
        let all = first.all("parts") + rest.all("parts")
        #expect(all.sorted() == reading.round.options.map(\.id.description).sorted())
        for option in reading.round.options {
            let own = first.all("parts").contains(option.id.description) ? first : rest
            #expect(own["text"].contains(option.title) && own["considered"].contains(option.title))
        }
        // The reasons are those of the people who decide.
        #expect(first["reasons"].isEmpty && rest["reasons"].isEmpty)
        #expect(rest["amount"] == "0")
    }

    @Test func `the links lead to the same form, filled in`() throws {
        let draft = try #require(MotionDraft(RoundSample.reading))
        let html = draft.links(to: MeetingDeed(RoundSample.id, .move, ["item": RoundSample.id]).destination).rendered
        #expect(html.contains("/live/move?item=wexbourne-dental&amp;as=recommended"))
    }
}
