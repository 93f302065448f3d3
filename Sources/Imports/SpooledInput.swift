import Digests
import Foundation
import Vocabulary

/// An argument as something that can be read twice: standard input is written to a temporary file first.
struct SpooledInput: Sendable {
    let path: String
    let isStandardInput: Bool

    init(_ argument: String) throws {
        isStandardInput = argument == "-"
        guard isStandardInput else {
            path = argument
            return
        }
        let temporary = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        guard
            FileManager.default.createFile(
                atPath: temporary.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else {
            throw Refusal(
                .input, code: "no-temporary-file",
                "Standard input could not be set aside: the temporary folder is full "
                    + "or cannot be written.", remedy: "Name a file instead.")
        }
        path = temporary.path
        let output = try FileHandle(forWritingTo: temporary)
        while let part = try FileHandle.standardInput.read(upToCount: 1 << 20), !part.isEmpty {
            try output.write(contentsOf: part)
        }
        try output.close()
    }

    func remove() {
        if isStandardInput { try? FileManager.default.removeItem(atPath: path) }
    }

    var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The archive whole, kept in place of its members.
    func archive() throws -> Archive {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        return Archive(digest: Digest.of(bytes), bytes: bytes)
    }
}

/// An archive as it was received.
struct Archive: Sendable {
    let digest: EvidenceID
    let bytes: [UInt8]
}
