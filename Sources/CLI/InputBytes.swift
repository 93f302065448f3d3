import Foundation
import Vocabulary

/// Small inputs read whole: a file, standard input, or the files of a folder.
enum InputBytes {
    private static let limit = 64 << 20

    /// - Parameter path: a file, or `-` for standard input.
    static func read(_ path: String) throws -> [UInt8] {
        if path == "-" {
            let data = try FileHandle.standardInput.read(upToCount: limit) ?? Data()
            return Array(data)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Refusal(
                .input, code: "no-such-file", "\(path) is not there, or may not be read.",
                remedy: "Check the name.")
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
