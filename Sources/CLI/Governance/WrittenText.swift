import Store
import Tabular
import Vocabulary

/// What people write in words on the command line.
enum WrittenText {
    /// Keeps a text that was typed, after looking it through for what identifies patients.
    static func keep(_ text: String, named name: String, by texts: GovernanceTexts) throws(Refusal) -> Personal {
        try refuseBlank(text, name)
        try PatientIdentifier.refuse(in: text, at: name)
        return try texts.keep(text)
    }
}
