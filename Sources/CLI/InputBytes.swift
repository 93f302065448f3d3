import Foundation
import Vocabulary

/// Small inputs read whole: a file, standard input, or the files of a folder.
enum InputBytes {
    /// The most that is read whole, in bytes: a scanned document fits, and memory holds it several times over.
    static let limit = 64 << 20

    /// - Parameters:
    ///   - path: a file, or `-` for standard input.
    ///   - limit: in bytes; more is refused before any of it is parsed.
    static func read(_ path: String, atMost limit: Int = limit) throws -> [UInt8] {
        let data: Data?
        if path == "-" {
            data = try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
        } else if let handle = FileHandle(forReadingAtPath: path) {
            defer { try? handle.close() }
            do { data = try handle.read(upToCount: limit + 1) ?? Data() } catch { data = nil }
        } else {
            data = nil
        }
        guard let data else {
            throw Refusal(
                .input, code: "no-such-file", "\(path) is not there, or may not be read.",
                remedy: "Check the name.")
        }
        guard data.count <= limit else {
            throw Refusal(
                .input, code: "file-too-large",
                "\(path == "-" ? "Standard input" : path) is larger than \(limit >> 20) MB, which is the most that is "
                    + "read here.", remedy: "Check that it is the right file, or send it in parts.")
        }
        return Array(data)
    }

    /// The files of a folder with that ending, by name.
    ///
    /// - Throws: `Refusal` where there is no such folder, or it holds none.
    static func folder(_ path: String, ending: String) throws -> [(name: String, bytes: [UInt8])] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw Refusal(.input, code: "no-such-folder", "\(path) is not a folder that can be read.")
        }
        let wanted = names.filter { $0.hasSuffix(ending) }.sorted()
        guard !wanted.isEmpty else {
            throw Refusal(.input, code: "empty-folder", "\(path) holds no \(ending) file.")
        }
        return try wanted.map { ($0, try read("\(path)/\($0)")) }
    }
}
