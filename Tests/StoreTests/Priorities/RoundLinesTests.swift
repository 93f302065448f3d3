import Priorities
import Testing
import Vocabulary

@testable import Store
