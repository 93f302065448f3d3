import Testing
@testable import Vocabulary
@Test func `a`() { #expect(Money(pence: 5).description == "£0.05") }
