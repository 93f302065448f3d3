/// How a file's characters are written as bytes, as found from the bytes themselves.
public enum TextEncoding: String, Sendable, CaseIterable {
    case ascii = "ASCII"
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16 (little-endian)"
    case utf16BigEndian = "UTF-16 (big-endian)"
    case windows1252 = "Windows-1252"
}
