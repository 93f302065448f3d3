import Vocabulary

extension Slug {
    /// As words: `north-fens` is `North fens`.
    var inWords: String { description.replacing("-", with: " ").uppercasedFirst }
}
