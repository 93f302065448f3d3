/// What stands above a part of a body: the field's name, and the file's where it is one.
///
/// Reference: RFC 7578, section 4.2; names as HTML writes them, "multipart/form-data encoding algorithm".
struct PartHead: Hashable, Sendable {
    let name: String
    /// Without folders; empty where the person chose none; nil where the part is no file.
    let fileName: String?
    /// As the browser says; nobody vouches for it.
    let type: String?

    init(name: String, fileName: String? = nil, type: String? = nil) {
        self.name = name
        self.fileName = fileName
        self.type = type
    }

    /// - Parameter lines: everything up to the blank line, without it.
    init(lines: ArraySlice<UInt8>, limits: BodyLimits) throws(BodyFault) {
        guard let text = String(validating: lines, as: UTF8.self) else {
            throw BodyFault(.unsupported, "The lines above a part are not written in UTF-8.")
        }
        var fields: [String: String] = [:]
        for line in text.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "\t" else {
                throw BodyFault(.malformed, "A line above a part has no name.")
            }
            let key = line[..<colon].lowercased()
            let value = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
            guard fields.updateValue(value, forKey: key) == nil else {
                throw BodyFault(.malformed, "A part has two lines of one name.")
            }
        }
        guard let disposition = fields["content-disposition"].flatMap({ HeaderValue($0) }),
            disposition.name == "form-data", let name = disposition.parameters["name"]
        else { throw BodyFault(.malformed, "A part does not say which field it is.") }
        let encoding = fields["content-transfer-encoding"]?.lowercased() ?? "binary"
        guard ["binary", "8bit", "7bit"].contains(encoding) else {
            throw BodyFault(.unsupported, "A part is encoded in a way that is not read.")
        }
        self.name = PartHead.written(name)
        fileName = disposition.parameters["filename"].map { PartHead.withoutFolders(PartHead.written($0)) }
        type = fields["content-type"]
        guard self.name.utf8.count <= limits.nameBytes, (fileName?.utf8.count ?? 0) <= limits.nameBytes else {
            throw BodyFault(.tooLarge, "The name of a field or file is longer than \(limits.nameBytes) bytes.")
        }
        if fileName == nil, let type, ContentType(type)?.isUnicode != true {
            throw BodyFault(.unsupported, "A field is not written in UTF-8.")
        }
    }

    /// HTML writes a quotation mark and line breaks in names as `%22`, `%0D` and `%0A`, and nothing else.
    private static func written(_ name: String) -> String {
        name.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

    /// The last part of a path, of either kind; control characters are left out.
    private static func withoutFolders(_ name: String) -> String {
        let last = name.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last
        var kept = String.UnicodeScalarView()
        for scalar in last ?? "".unicodeScalars[...] where scalar.properties.generalCategory != .control {
            kept.append(scalar)
        }
        return [".", ".."].contains(String(kept)) ? "" : String(kept)
    }
}
