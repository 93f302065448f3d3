import Foundation

extension SharedData {
    /// The bytes of a `.gz` file unpacked, or of the only file in a `.zip`; other files as they are.
    public static func unpacked(_ path: String) throws -> [UInt8] {
        let tool: [String]
        switch URL(fileURLWithPath: path).pathExtension {
        case "gz": tool = ["gzip", "-dc", url(path).path]
        case "zip": tool = ["unzip", "-p", url(path).path]
        default: return try bytes(path)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = tool
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return bytes
    }
}
