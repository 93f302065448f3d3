/// How much of a body is read before it is refused.
struct BodyLimits: Hashable, Sendable {
    /// Of the whole body, file and all.
    var bytes: Int
    /// Fields and files together.
    var parts = 1_000
    /// Of the lines above one part.
    var headerBytes = 8 << 10
    /// Of the value of one field that is no file.
    var fieldBytes = 256 << 10
    /// Of the name of a field or file.
    var nameBytes = 255
    /// In which it must have come whole: nobody holds the server by sending a little now and then.
    var time = Duration.seconds(60)

    /// The whole, as people count it: `128 MB`.
    var inWords: String { bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) KB" }

    /// A form without files.
    static let form = BodyLimits(bytes: 1 << 20)
    /// A form with a file: a year's contract files are 20 MB, a paper less.
    static let upload = BodyLimits(bytes: 128 << 20, time: .seconds(1_800))
}

/// Why a body was not read to its end.
struct BodyFault: Error, Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// More than `BodyLimits` allow: answered 413.
        case tooLarge
        /// Not of the form that its type says: answered 400.
        case malformed
        /// Of a type, or in letters, that is not read: answered 415.
        case unsupported
        /// Not whole within the time that `BodyLimits` allow: answered 408.
        case tooSlow
    }

    let kind: Kind
    let sentence: String

    init(_ kind: Kind, _ sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }
}
