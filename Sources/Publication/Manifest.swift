import Digests
package import Vocabulary

/// Every file of a published record by path, size and SHA-256, but for itself.
package struct Manifest: Sendable, Hashable {
    package static let path = "manifest.json"
    private static let format = "remit manifest"
    private static let formatVersion = 1

    /// In the order of their paths.
    package var entries: [Entry]

    package struct Entry: Sendable, Hashable {
        package var path: String
        package var size: Int
        package var digest: EvidenceID

        package init(path: String, size: Int, digest: EvidenceID) {
            self.path = path
            self.size = size
            self.digest = digest
        }
    }

    package init(_ files: [PublishedFile]) {
        entries = files.map { Entry(path: $0.path, size: $0.bytes.count, digest: Digest.of($0.bytes)) }
            .sorted { $0.path < $1.path }
    }

    /// Canonical JSON and a line feed: equal manifests have equal bytes.
    package var bytes: [UInt8] {
        let json = JSONValue.object([
            .init("format", .text(Manifest.format)), .init("formatVersion", .integer(Manifest.formatVersion)),
            .init(
                "files",
                .list(
                    entries.map { entry in
                        .object([
                            .init("path", .text(entry.path)), .init("size", .integer(entry.size)),
                            .init("sha256", .text(entry.digest.description)),
                        ])
                    })),
        ])
        return Array("\(json.canonical)\n".utf8)
    }

    package var digest: EvidenceID { Digest.of(bytes) }

    /// - Throws: a `Refusal` of kind `input` where the bytes are no manifest in its canonical form.
    package init(bytes: [UInt8]) throws(Refusal) {
        let json = try JSONValue(parsing: bytes, named: Manifest.path)
        guard json["format"] == .text(Manifest.format), case .list(let files)? = json["files"] else {
            throw Refusal(.input, code: "manifest-format", "\(Manifest.path) is not a manifest of Remit.")
        }
        guard json["formatVersion"] == .integer(Manifest.formatVersion) else {
            throw Refusal(
                .input, code: "manifest-version",
                "\(Manifest.path) has a form that this version of Remit does not know.",
                remedy: "Check it with the version that made it.")
        }
        entries = []
        for file in files {
            guard case .text(let path)? = file["path"], case .integer(let size)? = file["size"],
                case .text(let text)? = file["sha256"], let digest = EvidenceID(text)
            else {
                throw Refusal(
                    .input, code: "manifest-entry",
                    "Entry \(entries.count + 1) of \(Manifest.path) is not a path, a size and a digest.")
            }
            entries.append(Entry(path: path, size: size, digest: digest))
        }
        guard self.bytes == bytes else {
            throw Refusal(
                .input, code: "manifest-form", "\(Manifest.path) is not in the one form in which manifests are written."
            )
        }
    }
}
