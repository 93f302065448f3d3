public import Challenges
public import Markup
public import Vocabulary

/// Asks when a bundle goes to its provider, to whom, and whom the provider answers.
public struct SendForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var bundle: Slug
    /// True where it was sent before.
    public var isAgain: Bool

    /// Whether it had been sent when the form was opened, so that a form that is sent twice is the same form.
    private static let again = "again"

    public var kept: [Form.Kept] { [.init(SendForm.again, isAgain ? "yes" : "no")] }

    public init(_ filled: SentValues = SentValues(), bundle: Slug, isAgain: Bool) {
        (self.filled, self.bundle) = (filled, bundle)
        self.isAgain = filled.has(SendForm.again) ? filled.text(SendForm.again) == "yes" : isAgain
    }

    /// What was asked for; the papers are made of it.
    public struct Answer: Hashable, Sendable {
        public var on: Day
        public var deadline: Day?
        public var addressee: String?
        public var contact: String
        public var accountReceivedOn: Day?
        public var reason: String?

        /// What is to be decided, without its papers.
        ///
        /// - Parameter bundle: to be sent.
        public func act(on bundle: Slug) -> SendChallenges {
            SendChallenges(
                bundle: bundle, on: on, deadline: deadline, addressee: addressee, contact: contact,
                accountReceivedOn: accountReceivedOn, reason: reason)
        }
    }

    public var parts: [Form.Part] {
        [
            day("on", "On which day is it sent?"),
            line(
                "contact", "Whom does the provider answer?",
                hint: "A team and its mailbox, not a person: Contract team, contracts@example.nhs.uk"),
            line(
                "addressee", "To whom is the letter addressed?",
                hint: "The provider’s name and office. Leave it empty for the provider’s code."),
            day(
                "received", "On which day did the account come?",
                hint:
                    "The one that is contested. Leave it empty where nobody knows; then it is not said whether the bundle "
                    + "is late."),
            day(
                "deadline", "By when is it to be answered?",
                hint: "Leave it empty for the day of the rule, which you see before anything is recorded."),
        ] + (isAgain ? [words("reason", "Why is it sent again?", rows: 2)] : [])
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let on = reader.day("on", missing: "Enter the day.")
        let contact = reader.line("contact", missing: "Enter whom the provider answers.")
        let addressee = reader.line("addressee")
        let (received, deadline) = (reader.day("received"), reader.day("deadline"))
        let reason = isAgain ? reader.words("reason", missing: "Give the reason in a sentence.", atMost: 1_000) : nil
        guard reader.errors.isEmpty, let on, let contact else { return nil }
        return Answer(
            on: on, deadline: deadline, addressee: addressee, contact: contact, accountReceivedOn: received,
            reason: reason)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("on", answer.on)
        filled.fill("contact", answer.contact)
        filled.fill("addressee", answer.addressee)
        filled.fill("received", answer.accountReceivedOn)
        filled.fill("deadline", answer.deadline)
        filled.fill("reason", answer.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["deadline-too-early": "deadline", "day-in-future": "on", "day-before": "on"][code]
    }
}
