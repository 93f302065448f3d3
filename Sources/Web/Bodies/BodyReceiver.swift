import Foundation

/// Takes a body in as it comes, up to its limits, and makes of it what the form sent.
///
/// Of the types that browsers send forms in: `application/x-www-form-urlencoded` and `multipart/form-data`.
struct BodyReceiver {
    private let limits: BodyLimits
    private let folder: String
    private var reading: Reading
    private var taken = 0
    private var body = PostedBody()
    private var open: Open?

    private enum Reading {
        case pairs([UInt8])
        case parts(MultipartReader)
        /// One file with nothing round it: its field, and where it is written.
        case file(String, IncomingFile)
    }

    private enum Open {
        case field(String, [UInt8])
        case file(String, IncomingFile)
        /// A file field in which nothing was chosen.
        case nothing
    }

    /// - Parameters:
    ///   - type: the header field; nil where there is none.
    ///   - length: what the header field says, to refuse early; what comes is counted all the same.
    ///   - folder: for files; temporary.
    init(
        type: String?, length: Int? = nil, limits: BodyLimits, folder: String = NSTemporaryDirectory()
    ) throws(BodyFault) {
        self.limits = limits
        self.folder = folder
        guard let type = type.flatMap({ ContentType($0) }), type.isUnicode else {
            throw BodyFault(.unsupported, "What was sent is no form in UTF-8.")
        }
        switch type.name {
        case "application/x-www-form-urlencoded": reading = .pairs([])
        case "multipart/form-data":
            guard let boundary = type.boundary else {
                throw BodyFault(.malformed, "The form does not say what parts it.")
            }
            reading = .parts(MultipartReader(boundary: boundary, limits: limits))
        default: throw BodyFault(.unsupported, "What was sent is no form: \(type.name).")
        }
        if let length { try BodyReceiver.check(length, limits) }
    }

    /// Takes in one file that is sent as it is, without a form round it.
    ///
    /// - Throws: as the other, and the system's error where the file cannot be written.
    init(
        fileNamed name: String, of field: String, length: Int? = nil, limits: BodyLimits,
        folder: String = NSTemporaryDirectory()
    ) throws {
        self.limits = limits
        self.folder = folder
        if let length { try BodyReceiver.check(length, limits) }
        reading = .file(field, try IncomingFile(name: name, in: folder))
    }

    /// - Throws: `BodyFault`, or the system's error where a file cannot be written.
    mutating func take(_ bytes: some Collection<UInt8>) throws {
        taken += bytes.count
        try BodyReceiver.check(taken, limits)
        switch reading {
        case .pairs(var held):
            reading = .pairs([])
            held.append(contentsOf: bytes)
            reading = .pairs(held)
        case .parts(var reader):
            reading = .pairs([])
            let found = try reader.take(bytes)
            reading = .parts(reader)
            for piece in found { try take(piece) }
        case .file(_, let file): try file.write(Array(bytes))
        }
    }

    /// What was sent, whole.
    mutating func finish() throws -> PostedBody {
        switch reading {
        case .pairs(let bytes):
            for (name, value) in try PairsReader.pairs(bytes, limits: limits) { body.add(value, to: name) }
        case .parts(let reader): try reader.finish()
        case .file(let field, let file): body.add(try file.finished(), to: field)
        }
        return body
    }

    private static func check(_ size: Int, _ limits: BodyLimits) throws(BodyFault) {
        guard size <= limits.bytes else {
            throw BodyFault(.tooLarge, "More was sent than the \(limits.inWords) that are taken here.")
        }
    }

    private mutating func take(_ found: MultipartReader.Found) throws {
        switch found {
        case .head(let head): open = try opened(head)
        case .bytes(let bytes):
            switch open {
            case .field(let name, var held):
                open = nil
                held += bytes
                guard held.count <= limits.fieldBytes else {
                    throw BodyFault(.tooLarge, "A field holds more than \(limits.fieldBytes >> 10) KB.")
                }
                open = .field(name, held)
            case .file(_, let file): try file.write(bytes)
            case .nothing: throw BodyFault(.malformed, "A file without a name was sent.")
            case nil: preconditionFailure("bytes come after a head")
            }
        case .end:
            switch open {
            case .field(let name, let held): body.add(try PairsReader.text(held), to: name)
            case .file(let name, let file): body.add(try file.finished(), to: name)
            case .nothing, nil: break
            }
            open = nil
        }
    }

    private func opened(_ head: PartHead) throws -> Open {
        guard let fileName = head.fileName else { return .field(head.name, []) }
        return fileName.isEmpty ? .nothing : .file(head.name, try IncomingFile(name: fileName, in: folder))
    }
}
