// SPDX-License-Identifier: GPL-3.0-or-later
// libgit2's archive asks for these names when it starts or when somebody fetches or pushes, which paydown never does.
// The definitions here are found before the archive's own, so that TLS, SSH, Kerberos and HTTP, and the twelve shared
// libraries that they need, stay out of the program: without them it starts in 2 milliseconds instead of 12, reads no
// certificates, and can open no connection. A libgit2 that asks for other names fails to link;
// -DPAYDOWN_SHARED_LIBRARIES=ON then links the shared one.
extern "C" {

constexpr int kRefused = -1;

bool git_http__expect_continue = false;

int git_mbedtls_stream_global_init() { return 0; }
int git_mbedtls__set_cert_location(const char*, const char*) { return kRefused; }
int git_mbedtls_stream_new(void**, const char*, const char*) { return kRefused; }
int git_mbedtls_stream_wrap(void**, void*, const char*) { return kRefused; }
int git_transport_ssh_global_init() { return 0; }
int git_transport_ssh_with_paths(void**, void*, void*) { return kRefused; }
int git_smart_subtransport_ssh(void**, void*, void*) { return kRefused; }
int git_smart_subtransport_http(void**, void*, void*) { return kRefused; }
}
