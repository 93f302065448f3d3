public import Governance
public import Markup
import Vocabulary

/// Asks for a committee that is to be formed: what it is called, whose it is, and since when.
public struct FormCommitteeForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The bodies at which the reader keeps committees.
    public var bodies: [Choice]

    public init(_ filled: SentValues = SentValues(), bodies: [Choice]) {
        self.filled = filled
        self.bodies = bodies
    }

    public var parts: [Form.Part] {
        [
            line("title", "What is the committee called?", hint: "As its terms of reference name it"),
            menu("body", "Whose committee is it?", bodies), day("formedOn", "On which day was it formed?"),
            line(
                "committee", "A short name for it",
                hint: "It stands in addresses and cannot be changed: pccc. Leave it empty for one made of the title."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> FormCommittee? {
        let title = reader.line("title", missing: "Enter what the committee is called.")
        let body = reader.organisation("body")
        let formed = reader.day("formedOn", missing: "Enter the day on which it was formed.")
        let typed = reader.word("committee")
        if body == nil { reader.refuse("body", "Choose whose committee it is.") }
        let name = typed ?? title.flatMap { ShortName.made(of: $0) }
        if name == nil { reader.refuse("committee", "Enter a short name of small letters and hyphens.") }
        // What stands at this address is the form itself.
        if name == Slug("new") { reader.refuse("committee", "Choose another short name: “new” is taken by Remit.") }
        guard reader.errors.isEmpty, let title, let body, let formed, let name else { return nil }
        return FormCommittee(committee: name, title: title, body: body, formedOn: formed)
    }

    public static func filled(with act: FormCommittee) -> SentValues {
        var filled = SentValues()
        filled.fill("title", act.title)
        filled.fill("body", act.body.description)
        filled.fill("formedOn", act.formedOn)
        filled.fill("committee", act.committee.description)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "committee-exists", "name-of-addresses": "committee"
        case "not-your-body": "body"
        default: nil
        }
    }
}
