#import <Foundation/Foundation.h>
// TODO: a line
@implementation A
- (NSString *)b { return @"XXX // XXX"; } // TODO: behind an @ string
- (char)c { return '"'; } /* TODO */
#pragma mark - XXX
/** TODO: documentation */
@end
