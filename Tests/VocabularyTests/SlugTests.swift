import Testing

import Vocabulary

struct SlugTests {
    @Test(arguments: ["access", "care-home-visits", "2026", "a"])
    func `a short name is taken as it is`(text: String) {
        #expect(Slug(text)?.description == text)
    }

    @Test(arguments: ["", "Access", "a b", "-a", "a-", "a--b", "naïve", String(repeating: "a", count: 61)])
    func `anything else is no short name`(text: String) {
        #expect(Slug(text) == nil)
    }
}
