import Files
import Tabular
import Vocabulary

/// A file that says something of data and holds none: known, counted and passed over.
struct AboutData: Hashable, Sendable {
    /// What it is, with how much it lists.
    let inWords: String

    /// Nil where it is nothing of the kind.
    init?(_ member: Member) {
        if let words = AboutData.catalogue(member) ?? AboutData.roles(member) { inWords = words } else { return nil }
    }

    /// What a data portal (CKAN) says of a data set: `package_show`.
    private static func catalogue(_ member: Member) -> String? {
        guard member.bytes.first(where: { $0 > 32 }) == UInt8(ascii: "{"),
            let document = try? JSONValue(parsing: member.bytes, named: member.name),
            case .list(let files)? = document["result"]?["resources"]
        else { return nil }
        var title = ""
        if case .text(let text)? = document["result"]?["title"] { title = " “\(text.printable)”" }
        return "is a catalogue of a data set\(title): it names \(grouped(files.count)) files and holds none"
    }

    /// The list of roles that organisations have at ODS.
    private static func roles(_ member: Member) -> String? {
        guard !member.isWorkbook, let sheet = try? Sheet(csv: member.bytes, named: member.name),
            sheet.header.map({ TrimmedText.headerKey($0) }) == ["ID", "DISPLAYNAME", "PRIMARYROLE"]
        else { return nil }
        return "is a list of codes: \(grouped(sheet.rows.count)) roles of organisations at ODS with their names"
    }
}
