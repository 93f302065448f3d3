import Testing
import Vocabulary

@testable import Priorities

struct TemplateStampTests {
    @Test func `a stamp stays while the form would, and changes with an anchor, a title or a year`() {
        let round = roundForForms()
        var other = round
        other.title = "Another title"
        other.members = []
        #expect(TemplateStamp.scores(of: round) == TemplateStamp.scores(of: other))
        other.criteria[0].scale?.anchors[1].at = 90
        #expect(TemplateStamp.scores(of: round) != TemplateStamp.scores(of: other))
        other = round
        other.options[0].title = "Varnish"
        #expect(TemplateStamp.scores(of: round) != TemplateStamp.scores(of: other))
        #expect(TemplateStamp.options(of: round) == TemplateStamp.options(of: other))
        other.envelope?.years.removeLast()
        #expect(TemplateStamp.options(of: round) != TemplateStamp.options(of: other))
        #expect(TemplateStamp.scores(of: round).description.count == 16)
    }
}
